package org.broadsheet.cms.picturefile;

import org.jspecify.annotations.Nullable;

/// Reads the slip that a file carries: XMP first, what it leaves out from IIM.
public final class SlipReader {

    private SlipReader() {}

    /// The words a file says of itself. What is damaged says nothing.
    public static Slip of(PictureParts parts) {
        return fromXmp(parts.xmp()).or(fromIim(parts.iim()));
    }

    private static Slip fromXmp(byte @Nullable [] packet) {
        return XmpWords.of(packet)
                .map(xmp -> new Slip(
                        xmp.words(XmpWords.DC, "description"),
                        xmp.words(XmpWords.PHOTOSHOP, "Credit"),
                        xmp.words(XmpWords.DC, "rights"),
                        xmp.words(XmpWords.RIGHTS, "WebStatement"),
                        xmp.words(XmpWords.IPTC_EXTENSION, "DigitalSourceType")))
                .orElse(Slip.BLANK);
    }

    private static Slip fromIim(byte @Nullable [] records) {
        IimRecords iim = IimRecords.of(records);
        return new Slip(iim.first(120), iim.first(110), iim.first(116), "", "");
    }
}
