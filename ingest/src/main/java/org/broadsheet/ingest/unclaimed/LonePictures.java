package org.broadsheet.ingest.unclaimed;

import java.util.List;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.settle.Incoming;
import org.broadsheet.ingest.settle.Settling;
import org.broadsheet.ingest.unclaimed.LonePictureFiles.Named;
import org.broadsheet.ingest.unclaimed.LonePictureFiles.Waiting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives picture files that wait in vain an item of their own, and tells that item when another one names its file
/// after all: joined, not doubled.
@Component
class LonePictures {

    private static final int AT_ONCE = 50;

    private final LonePictureFiles files;
    private final Settling settling;
    private final TransactionTemplate transaction;
    private final LonePictureRules rules;

    LonePictures(LonePictureFiles files, Settling settling, TransactionTemplate transaction, LonePictureRules rules) {
        this.files = files;
        this.settling = settling;
        this.transaction = transaction;
        this.rules = rules;
    }

    /// Looks at the files once.
    ///
    /// @return how many were dealt with; more may wait
    int lookOnce() {
        Integer done = transaction.execute(status -> alone() + named());
        return done == null ? 0 : done;
    }

    private int alone() {
        List<Waiting> waiting = files.waitingFor(rules.aloneAfter(), AT_ONCE);
        for (Waiting file : waiting) {
            if (LonePicture.saysEnough(file)) {
                settle(file, LonePicture.item(file, null));
                files.remember(file, LonePicture.guid(file));
            } else {
                files.remember(file, null);
            }
        }
        return waiting.size();
    }

    private int named() {
        List<Named> named = files.namedSince(AT_ONCE);
        for (Named one : named) {
            settle(one.file(), LonePicture.item(one.file(), one.by()));
            files.joined(one);
        }
        return named.size();
    }

    private void settle(Waiting file, ParsedItem item) {
        settling.settle(List.of(new Incoming(
                file.receipt(), file.feed(), file.name(), file.hash().value(), List.of(settling.prepare(item)), null)));
    }
}
