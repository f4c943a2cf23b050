package org.broadsheet.ingest.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.CaptionGrammar;
import org.broadsheet.core.picture.CaptionReading;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.CreditGrammar;
import org.broadsheet.core.picture.FilePhotoTruth;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WirePicture;
import org.broadsheet.ingest.format.InsidePicture;
import org.broadsheet.ingest.picture.PictureFiles.PictureFile;

/// Joins a picture item with its file: the item's own words count first, the file's fill what the item leaves open, and
/// both together tell whether it is a file photo and when it was taken.
final class PictureJoin {

    private PictureJoin() {}

    static WireItem join(WireItem item, PictureFile file) {
        WirePicture sent = Objects.requireNonNull(item.picture());
        InsidePicture inside = file.inside();
        CaptionReading insideCaption = CaptionGrammar.read(inside.caption());
        Caption caption = sent.caption().text().isEmpty() ? insideCaption.caption() : sent.caption();
        boolean credited = !sent.credit().isEmpty();
        Credit credit = credited ? sent.credit() : credit(inside, insideCaption);
        String creditAsSent = sent.creditAsSent();
        if (!credited && creditAsSent.isEmpty()) {
            creditAsSent = inside.credit().isEmpty() ? insideCaption.creditAsSent() : inside.credit();
        }
        FilePhotoTruth truth = FilePhotoTruth.of(new FilePhotoTruth.Evidence(
                caption,
                credit,
                inside.instructions(),
                inside.categories(),
                inside.xmpCreated(),
                inside.digitallyCreated(),
                inside.created()));
        List<String> remarks = new ArrayList<>(inside.remarks());
        remarks.addAll(truth.remarks());
        WirePicture whole = new WirePicture(
                file.hash(),
                sent.fileName(),
                file.mimeType(),
                file.width(),
                file.height(),
                truth.applyTo(caption),
                credit,
                creditAsSent,
                inside.alt().isEmpty() ? sent.alt() : inside.alt(),
                inside.instructions().isEmpty() ? sent.instructions() : inside.instructions(),
                sent.offered());
        return item.toBuilder().picture(whole).remarked(remarks).build();
    }

    /// The item with more remarks for the desk.
    static WireItem remarked(WireItem item, List<String> remarks) {
        return item.toBuilder().remarked(remarks).build();
    }

    /// Whom the file itself credits: its credit line, else the end of its caption, else its source and its bylines.
    private static Credit credit(InsidePicture inside, CaptionReading caption) {
        Credit line = CreditGrammar.read(inside.credit()).credit();
        if (!line.isEmpty()) {
            return line;
        }
        Credit atTheEnd = caption.credit();
        return atTheEnd == null ? new Credit(inside.source(), inside.bylines(), false, false, null, false) : atTheEnd;
    }
}
