package org.broadsheet.cms.picturefile;

/// The words that go with a picture wherever it goes: everything else is stripped from what readers are sent.
///
/// @param caption IPTC Description, XMP `dc:description`, IIM 2:120
/// @param credit IPTC Credit Line, XMP `photoshop:Credit`, IIM 2:110
/// @param copyright IPTC Copyright Notice, XMP `dc:rights`, IIM 2:116
/// @param licence IPTC Web Statement of Rights, XMP `xmpRights:WebStatement`: an address
/// @param digitalSourceType IPTC Digital Source Type, XMP `Iptc4xmpExt:DigitalSourceType`: an address of the IPTC's
///     vocabulary, such as the one that says that a machine made the picture
public record Slip(String caption, String credit, String copyright, String licence, String digitalSourceType) {

    /// No word at all.
    public static final Slip BLANK = new Slip("", "", "", "", "");

    /// A segment of a JPEG has room for 64 KiB, an IIM dataset for 32; no caption and no credit comes near these.
    private static final int LONGEST_CAPTION = 4_000;

    private static final int LONGEST_LINE = 1_000;

    public Slip {
        caption = tidy(caption, LONGEST_CAPTION);
        credit = tidy(credit, LONGEST_LINE);
        copyright = tidy(copyright, LONGEST_LINE);
        licence = tidy(licence, LONGEST_LINE);
        digitalSourceType = tidy(digitalSourceType, LONGEST_LINE);
    }

    /// These words where there are any, else the other's.
    public Slip or(Slip other) {
        return new Slip(
                caption.isEmpty() ? other.caption : caption,
                credit.isEmpty() ? other.credit : credit,
                copyright.isEmpty() ? other.copyright : copyright,
                licence.isEmpty() ? other.licence : licence,
                digitalSourceType.isEmpty() ? other.digitalSourceType : digitalSourceType);
    }

    /// One run of spaces is one space, and what XML cannot hold is left out.
    private static String tidy(String words, int longest) {
        StringBuilder tidy = new StringBuilder();
        boolean gap = false;
        int[] points = words.codePoints().limit(longest).toArray();
        for (int c : points) {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                gap = !tidy.isEmpty();
            } else if (c < 0xd800 || c > 0xdfff && c != 0xfffe && c != 0xffff) {
                if (gap) {
                    tidy.append(' ');
                    gap = false;
                }
                tidy.appendCodePoint(c);
            }
        }
        return tidy.toString();
    }
}
