package org.broadsheet.cms.picturefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.core.picture.CaptionGrammar;
import org.broadsheet.core.picture.PictureSheet;
import org.broadsheet.core.picture.PictureSheet.Disagreement;
import org.broadsheet.core.picture.PictureSheetBuilder;
import org.broadsheet.core.picture.SheetField;
import org.jspecify.annotations.Nullable;

/// Reads what a file says of its picture (IPTC Photo Metadata Standard 2024.1): XMP is trusted most, then IIM, then
/// Exif; of the dates, the one in the caption is trusted before any of them, because the others are often the day on
/// which an old picture was sent out again.
public final class SheetReader {

    private static final int MOST_REMARKS = 60;
    private static final int LONGEST_REMARK = 400;

    /// What cameras write where nobody wrote anything.
    private static final Set<String> NOBODYS_CAPTION = Set.of(
            "olympus digital camera",
            "sony dsc",
            "konica minolta digital camera",
            "minolta digital camera",
            "samsung digital camera",
            "kodak digital still camera",
            "digital camera",
            "default",
            "untitled");

    private final SheetClaims claims;
    private final SheetDates dates;
    private final List<String> remarks = new ArrayList<>();

    private SheetReader() {
        claims = new SheetClaims(remarks);
        dates = new SheetDates(remarks);
    }

    /// The sheet of a file. Whatever is damaged, malformed or more than anybody needs is a remark on it.
    public static PictureSheet of(PictureParts parts) {
        return new SheetReader().read(parts);
    }

    private PictureSheet read(PictureParts parts) {
        XmpWords xmp = XmpWords.of(parts.xmp()).orElse(null);
        if (parts.xmp() != null && xmp == null) {
            remarks.add("The XMP packet cannot be read and says nothing");
        }
        IimRecords iim = IimRecords.of(parts.iim());
        remarks.addAll(iim.remarks());
        ExifWords exif = ExifWords.of(parts.exif());
        if (xmp != null) {
            sayXmp(xmp);
        }
        sayIim(iim);
        sayExif(exif);
        if (xmp != null) {
            sayWhereItShows(xmp);
        }
        int urgency = urgency(xmp, iim);
        sayDates(xmp, iim, exif);
        return sheet(parts.orientation(), urgency);
    }

    private void sayXmp(XmpWords xmp) {
        claims.say(SheetField.HEADLINE, "XMP photoshop:Headline", xmp.words(XmpWords.PHOTOSHOP, "Headline"));
        claims.say(SheetField.CAPTION, "XMP dc:description", xmp.words(XmpWords.DC, "description"));
        claims.say(SheetField.BYLINES, "XMP dc:creator", xmp.all(XmpWords.DC, "creator"));
        claims.say(
                SheetField.BYLINE_TITLE,
                "XMP photoshop:AuthorsPosition",
                xmp.words(XmpWords.PHOTOSHOP, "AuthorsPosition"));
        claims.say(SheetField.CREDIT, "XMP photoshop:Credit", xmp.words(XmpWords.PHOTOSHOP, "Credit"));
        claims.say(SheetField.SOURCE, "XMP photoshop:Source", xmp.words(XmpWords.PHOTOSHOP, "Source"));
        claims.say(SheetField.COPYRIGHT, "XMP dc:rights", xmp.words(XmpWords.DC, "rights"));
        claims.say(SheetField.USAGE_TERMS, "XMP xmpRights:UsageTerms", xmp.words(XmpWords.RIGHTS, "UsageTerms"));
        claims.say(
                SheetField.INSTRUCTIONS, "XMP photoshop:Instructions", xmp.words(XmpWords.PHOTOSHOP, "Instructions"));
        claims.say(SheetField.SUBLOCATION, "XMP Iptc4xmpCore:Location", xmp.words(XmpWords.IPTC, "Location"));
        claims.say(SheetField.CITY, "XMP photoshop:City", xmp.words(XmpWords.PHOTOSHOP, "City"));
        claims.say(SheetField.STATE, "XMP photoshop:State", xmp.words(XmpWords.PHOTOSHOP, "State"));
        claims.say(SheetField.COUNTRY, "XMP photoshop:Country", xmp.words(XmpWords.PHOTOSHOP, "Country"));
        claims.say(SheetField.COUNTRY_CODE, "XMP Iptc4xmpCore:CountryCode", xmp.words(XmpWords.IPTC, "CountryCode"));
        sayPlace(xmp, "LocationCreated");
        claims.say(
                SheetField.PERSONS,
                "XMP Iptc4xmpExt:PersonInImage",
                Stream.concat(
                                xmp.all(XmpWords.IPTC_EXTENSION, "PersonInImage").stream(),
                                xmp.fields(XmpWords.IPTC_EXTENSION, "PersonInImageWDetails", "PersonName").stream())
                        .toList());
        claims.say(SheetField.KEYWORDS, "XMP dc:subject", xmp.all(XmpWords.DC, "subject"));
        claims.say(
                SheetField.CATEGORY,
                "XMP photoshop:Category",
                joined(
                        xmp.words(XmpWords.PHOTOSHOP, "Category"),
                        xmp.all(XmpWords.PHOTOSHOP, "SupplementalCategories")));
        claims.say(
                SheetField.ALT,
                "XMP Iptc4xmpCore:AltTextAccessibility",
                xmp.words(XmpWords.IPTC, "AltTextAccessibility"));
        claims.say(
                SheetField.LONG_ALT,
                "XMP Iptc4xmpCore:ExtDescrAccessibility",
                xmp.words(XmpWords.IPTC, "ExtDescrAccessibility"));
        claims.say(
                SheetField.JOB_ID,
                "XMP photoshop:TransmissionReference",
                xmp.words(XmpWords.PHOTOSHOP, "TransmissionReference"));
        claims.say(SheetField.TITLE, "XMP dc:title", xmp.words(XmpWords.DC, "title"));
        claims.say(SheetField.WEB_STATEMENT, "XMP xmpRights:WebStatement", xmp.words(XmpWords.RIGHTS, "WebStatement"));
        sayLicensor(xmp);
        claims.say(
                SheetField.DIGITAL_SOURCE_TYPE,
                "XMP Iptc4xmpExt:DigitalSourceType",
                xmp.words(XmpWords.IPTC_EXTENSION, "DigitalSourceType"));
    }

    private void sayLicensor(XmpWords xmp) {
        claims.say(
                SheetField.LICENSOR,
                "XMP plus:LicensorName",
                first(xmp.fields(XmpWords.PLUS, "Licensor", "LicensorName")));
        claims.say(
                SheetField.LICENSOR_ADDRESS,
                "XMP plus:LicensorURL",
                first(xmp.fields(XmpWords.PLUS, "Licensor", "LicensorURL")));
        claims.say(SheetField.DATA_MINING, "XMP plus:DataMining", xmp.words(XmpWords.PLUS, "DataMining"));
    }

    private void sayPlace(XmpWords xmp, String which) {
        String from = "XMP Iptc4xmpExt:" + which;
        claims.say(SheetField.SUBLOCATION, from, first(xmp.fields(XmpWords.IPTC_EXTENSION, which, "Sublocation")));
        claims.say(SheetField.CITY, from, first(xmp.fields(XmpWords.IPTC_EXTENSION, which, "City")));
        claims.say(SheetField.STATE, from, first(xmp.fields(XmpWords.IPTC_EXTENSION, which, "ProvinceState")));
        claims.say(SheetField.COUNTRY, from, first(xmp.fields(XmpWords.IPTC_EXTENSION, which, "CountryName")));
        claims.say(SheetField.COUNTRY_CODE, from, first(xmp.fields(XmpWords.IPTC_EXTENSION, which, "CountryCode")));
    }

    /// What is seen is somewhere else than the camera at times: it counts where nothing else is known.
    private void sayWhereItShows(XmpWords xmp) {
        boolean placed = Stream.of(
                        SheetField.SUBLOCATION,
                        SheetField.CITY,
                        SheetField.STATE,
                        SheetField.COUNTRY,
                        SheetField.COUNTRY_CODE)
                .anyMatch(field -> !claims.words(field).isEmpty());
        if (!placed) {
            sayPlace(xmp, "LocationShown");
        }
    }

    private void sayIim(IimRecords iim) {
        claims.say(SheetField.TITLE, "IIM 2:5", iim.first(5));
        claims.say(SheetField.CATEGORY, "IIM 2:15", joined(iim.first(15), iim.all(20)));
        claims.say(SheetField.KEYWORDS, "IIM 2:25", iim.all(25));
        claims.say(SheetField.INSTRUCTIONS, "IIM 2:40", iim.first(40));
        claims.say(SheetField.BYLINES, "IIM 2:80", iim.all(80));
        claims.say(SheetField.BYLINE_TITLE, "IIM 2:85", iim.first(85));
        claims.say(SheetField.CITY, "IIM 2:90", iim.first(90));
        claims.say(SheetField.SUBLOCATION, "IIM 2:92", iim.first(92));
        claims.say(SheetField.STATE, "IIM 2:95", iim.first(95));
        claims.say(SheetField.COUNTRY_CODE, "IIM 2:100", iim.first(100));
        claims.say(SheetField.COUNTRY, "IIM 2:101", iim.first(101));
        claims.say(SheetField.JOB_ID, "IIM 2:103", iim.first(103));
        claims.say(SheetField.HEADLINE, "IIM 2:105", iim.first(105));
        claims.say(SheetField.CREDIT, "IIM 2:110", iim.first(110));
        claims.say(SheetField.SOURCE, "IIM 2:115", iim.first(115));
        claims.say(SheetField.COPYRIGHT, "IIM 2:116", iim.first(116));
        claims.say(SheetField.CAPTION, "IIM 2:120", iim.first(120));
    }

    private void sayExif(ExifWords exif) {
        String description = exif.description();
        if (!NOBODYS_CAPTION.contains(description.strip().toLowerCase(Locale.ROOT))) {
            claims.say(SheetField.CAPTION, "Exif ImageDescription", description);
        }
        claims.say(
                SheetField.BYLINES,
                "Exif Artist",
                Stream.of(exif.artist().split(";", -1)).toList());
        claims.say(SheetField.COPYRIGHT, "Exif Copyright", exif.copyright());
    }

    private void sayDates(@Nullable XmpWords xmp, IimRecords iim, ExifWords exif) {
        dates.inCaption(
                CaptionGrammar.read(claims.words(SheetField.CAPTION)).caption().taken());
        if (xmp != null) {
            dates.inXmp("XMP photoshop:DateCreated", xmp.words(XmpWords.PHOTOSHOP, "DateCreated"));
        }
        dates.inIim("IIM 2:62", iim.first(62), "IIM 2:63", iim.first(63));
        dates.inIim("IIM 2:55", iim.first(55), "IIM 2:60", iim.first(60));
        dates.inExif("Exif DateTimeOriginal", exif.taken());
    }

    private int urgency(@Nullable XmpWords xmp, IimRecords iim) {
        int inXmp = xmp == null ? 0 : urgency("XMP photoshop:Urgency", xmp.words(XmpWords.PHOTOSHOP, "Urgency"));
        int inIim = urgency("IIM 2:10", iim.first(10));
        if (inXmp > 0) {
            claims.say(SheetField.URGENCY, "XMP photoshop:Urgency", String.valueOf(inXmp));
        }
        if (inIim > 0) {
            claims.say(SheetField.URGENCY, "IIM 2:10", String.valueOf(inIim));
        }
        return inXmp > 0 ? inXmp : inIim;
    }

    /// 1 to 8; some writers put down the number of the digit's letter (52 for `4`), or the bare byte.
    private int urgency(String from, String written) {
        String value = written.length() == 1 ? written : Lettering.clean(written);
        if (value.isEmpty() || value.equals("0")) {
            return 0;
        }
        if (value.length() == 1) {
            char c = value.charAt(0);
            int digit = c >= '0' && c <= '9' ? c - '0' : c;
            if (digit >= 1 && digit <= 8) {
                return digit;
            }
        } else if (value.matches("5[0-6]|49")) {
            remarks.add(from + " is the number of a letter: " + value);
            return Integer.parseInt(value) - '0';
        }
        remarks.add(from + " is no urgency: " + Lettering.clean(value));
        return 0;
    }

    private PictureSheet sheet(int orientation, int urgency) {
        PictureSheetBuilder sheet = new PictureSheetBuilder(PictureSheet.BLANK);
        for (SheetField field : SheetField.values()) {
            switch (field.kind()) {
                case LINE, TEXT, ADDRESS -> sheet.put(field, claims.words(field));
                case LIST -> sheet.put(field, claims.items(field));
                case DAY -> sheet.put(field, dates.taken());
                case URGENCY -> sheet.put(field, urgency);
            }
        }
        List<Disagreement> disagreements = new ArrayList<>(claims.disagreements());
        disagreements.addAll(dates.disagreements());
        return sheet.dates(dates.all())
                .orientation(orientation)
                .disagreements(disagreements)
                .remarks(remarks.stream()
                        .distinct()
                        .limit(MOST_REMARKS)
                        .map(remark ->
                                remark.length() > LONGEST_REMARK ? remark.substring(0, LONGEST_REMARK) + "…" : remark)
                        .toList())
                .build();
    }

    private static String joined(String category, List<String> more) {
        return Stream.concat(Stream.of(category), more.stream())
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(20)
                .reduce((first, second) -> first + ", " + second)
                .orElse("");
    }

    private static String first(List<String> several) {
        return several.isEmpty() ? "" : several.getFirst();
    }
}
