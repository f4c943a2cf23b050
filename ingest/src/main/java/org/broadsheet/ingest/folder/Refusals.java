package org.broadsheet.ingest.folder;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.broadsheet.ingest.folder.FeedFolder.Dropped;
import org.broadsheet.ingest.payload.Receipts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Files that are too long to be taken: each is read through once for its hash, one after the other and beside the
/// usual work.
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Receipts receipts;
    private final ExecutorService hand = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("folder-refusals").daemon().factory());

    Refusals(Receipts receipts) {
        this.receipts = receipts;
    }

    /// Refuses a file.
    ///
    /// @param then told the receipt, or `null` where the file changed meanwhile or could not be read
    void refuse(String feed, Dropped file, String reason, Consumer<@Nullable Long> then) {
        hand.execute(() -> {
            Long receipt = null;
            try {
                String hash = FeedFolder.hash(file.path());
                if (file.stamp().equals(Stamp.of(file.path()))) {
                    receipt = receipts.refuse(
                            feed, file.name(), hash, file.stamp().size(), reason);
                    LOG.atWarn()
                            .addKeyValue("feed", feed)
                            .addKeyValue("file", file.name())
                            .addKeyValue("reason", reason)
                            .log("Payload quarantined");
                }
            } catch (IOException | DataAccessException e) {
                LOG.atWarn()
                        .addKeyValue("feed", feed)
                        .addKeyValue("file", file.name())
                        .setCause(e)
                        .log("A file that is too long could not be refused; trying again");
            } finally {
                then.accept(receipt);
            }
        });
    }
}
