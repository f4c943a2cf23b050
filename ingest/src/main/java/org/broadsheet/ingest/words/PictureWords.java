package org.broadsheet.ingest.words;

import java.util.List;
import java.util.function.Consumer;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.CaptionGrammar;
import org.broadsheet.core.picture.CaptionReading;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.CreditGrammar;
import org.broadsheet.core.picture.FilePhotoTruth;
import org.broadsheet.core.wire.WirePicture;

/// What a picture item says of its picture before the file is looked into.
public final class PictureWords {

    private PictureWords() {}

    /// Caption and credit parsed, and whether both together say that it is a file photo.
    ///
    /// @param fileName what the item calls the file; empty where it names none that can be found
    /// @param caption as sent
    /// @param creditLine as sent; where it is empty, the credit at the caption's end counts
    /// @param remark told what was odd
    public static WirePicture of(String fileName, String caption, String creditLine, Consumer<String> remark) {
        if (fileName.isEmpty()) {
            remark.accept("It names no picture file in the feed's folder");
        }
        CaptionReading read = CaptionGrammar.read(caption);
        Credit credit = credit(read, creditLine, remark);
        FilePhotoTruth truth =
                FilePhotoTruth.of(new FilePhotoTruth.Evidence(read.caption(), credit, "", List.of(), null, null, null));
        Caption whole = truth.applyTo(read.caption());
        return new WirePicture(
                null,
                fileName,
                "",
                0,
                0,
                whole,
                credit,
                creditLine.isEmpty() ? read.creditAsSent() : creditLine,
                "",
                "");
    }

    private static Credit credit(CaptionReading caption, String creditLine, Consumer<String> remark) {
        CreditGrammar.Reading line = CreditGrammar.read(creditLine);
        if (!line.understood()) {
            remark.accept("The credit line was taken whole as the agency: " + creditLine);
        }
        Credit atTheEnd = caption.credit();
        if (atTheEnd == null) {
            return line.credit();
        }
        boolean saysMore = line.credit().isEmpty()
                || (line.credit().photographers().isEmpty()
                        && !atTheEnd.photographers().isEmpty());
        return saysMore ? atTheEnd : line.credit();
    }
}
