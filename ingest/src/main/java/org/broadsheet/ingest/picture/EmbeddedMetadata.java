package org.broadsheet.ingest.picture;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.ingest.format.InsidePicture;
import org.broadsheet.ingest.format.PictureDetails;
import org.jspecify.annotations.Nullable;

/// Reads IPTC-IIM, XMP and Exif out of a picture. XMP is Unicode and counts first; the charset marker of IIM lies
/// on some agencies' files.
final class EmbeddedMetadata {

    private static final String CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private static final String EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
    private static final int LONGEST = 20_000;

    private final List<String> remarks = new ArrayList<>();
    private final @Nullable XMPMeta xmp;
    private final @Nullable IptcDirectory iim;
    private final @Nullable ExifIFD0Directory exif;

    private EmbeddedMetadata(@Nullable Metadata metadata) {
        XmpDirectory xmpDirectory = metadata == null ? null : metadata.getFirstDirectoryOfType(XmpDirectory.class);
        this.xmp = xmpDirectory == null ? null : xmpDirectory.getXMPMeta();
        this.iim = metadata == null ? null : metadata.getFirstDirectoryOfType(IptcDirectory.class);
        this.exif = metadata == null ? null : metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    }

    static InsidePicture read(byte[] picture) {
        Metadata metadata = null;
        String trouble = "";
        try {
            metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture), picture.length);
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            trouble = "What is written inside the picture file could not be read: " + e.getMessage();
        }
        EmbeddedMetadata embedded = new EmbeddedMetadata(metadata);
        if (!trouble.isEmpty()) {
            embedded.remarks.add(trouble);
        }
        return embedded.inside();
    }

    private InsidePicture inside() {
        List<String> categories = new ArrayList<>(iimTexts(IptcDirectory.TAG_CATEGORY));
        categories.addAll(iimTexts(IptcDirectory.TAG_SUPPLEMENTAL_CATEGORIES));
        categories.addAll(xmpArray(XMPConst.NS_PHOTOSHOP, "SupplementalCategories"));
        List<String> bylines = xmpArray(XMPConst.NS_DC, "creator");
        String caption = first(xmpText(XMPConst.NS_DC, "description"), iim(IptcDirectory.TAG_CAPTION));
        if (caption.isEmpty() && exif != null) {
            caption = clean(exif.getString(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION));
        }
        return new InsidePicture(
                caption,
                first(xmpProperty(XMPConst.NS_PHOTOSHOP, "Headline"), iim(IptcDirectory.TAG_HEADLINE)),
                first(xmpProperty(XMPConst.NS_PHOTOSHOP, "Credit"), iim(IptcDirectory.TAG_CREDIT)),
                bylines.isEmpty() ? iimTexts(IptcDirectory.TAG_BY_LINE) : bylines,
                first(xmpProperty(XMPConst.NS_PHOTOSHOP, "Source"), iim(IptcDirectory.TAG_SOURCE)),
                first(xmpProperty(XMPConst.NS_PHOTOSHOP, "Instructions"), iim(IptcDirectory.TAG_SPECIAL_INSTRUCTIONS)),
                xmpText(CORE, "AltTextAccessibility"),
                categories.stream().distinct().toList(),
                day(xmpProperty(XMPConst.NS_PHOTOSHOP, "DateCreated")),
                day(iim(IptcDirectory.TAG_DIGITAL_DATE_CREATED)),
                day(iim(IptcDirectory.TAG_DATE_CREATED)),
                remarks,
                details());
    }

    private PictureDetails details() {
        List<String> keywords = xmpArray(XMPConst.NS_DC, "subject");
        List<String> codes = xmpArray(CORE, "SubjectCode");
        String country = first(
                xmpProperty(XMPConst.NS_PHOTOSHOP, "Country"), iim(IptcDirectory.TAG_COUNTRY_OR_PRIMARY_LOCATION_NAME));
        List<String> places = Stream.of(
                        first(xmpProperty(CORE, "Location"), iim(IptcDirectory.TAG_SUB_LOCATION)),
                        first(xmpProperty(XMPConst.NS_PHOTOSHOP, "City"), iim(IptcDirectory.TAG_CITY)),
                        first(xmpProperty(XMPConst.NS_PHOTOSHOP, "State"), iim(IptcDirectory.TAG_PROVINCE_OR_STATE)),
                        country)
                .filter(place -> !place.isEmpty())
                .distinct()
                .toList();
        return new PictureDetails(
                xmpProperty(EXTENSION, "DigImageGUID"),
                first(
                        xmpProperty(XMPConst.NS_PHOTOSHOP, "TransmissionReference"),
                        iim(IptcDirectory.TAG_ORIGINAL_TRANSMISSION_REFERENCE)),
                first(xmpText(XMPConst.NS_DC, "title"), iim(IptcDirectory.TAG_OBJECT_NAME)),
                urgency(),
                keywords.isEmpty() ? iimTexts(IptcDirectory.TAG_KEYWORDS) : keywords,
                codes.isEmpty() ? iimTexts(IptcDirectory.TAG_SUBJECT_REFERENCE) : codes,
                places,
                first(xmpProperty(CORE, "CountryCode"), iim(IptcDirectory.TAG_COUNTRY_OR_PRIMARY_LOCATION_CODE)),
                first(xmpText(XMPConst.NS_DC, "rights"), iim(IptcDirectory.TAG_COPYRIGHT_NOTICE)),
                xmpText(RIGHTS, "UsageTerms"),
                iim(IptcDirectory.TAG_LANGUAGE_IDENTIFIER),
                first(iim(IptcDirectory.TAG_JOB_ID), iim(IptcDirectory.TAG_FIXTURE_ID)),
                first(xmpProperty(XMPConst.NS_PHOTOSHOP, "CaptionWriter"), iim(IptcDirectory.TAG_CAPTION_WRITER)),
                day(iim(IptcDirectory.TAG_RELEASE_DATE)),
                iim(IptcDirectory.TAG_RELEASE_TIME),
                day(iim(IptcDirectory.TAG_EXPIRATION_DATE)));
    }

    /// One digit, which the reader may give as its character's number (52 for 4).
    private @Nullable Integer urgency() {
        String text = first(xmpProperty(XMPConst.NS_PHOTOSHOP, "Urgency"), iim(IptcDirectory.TAG_URGENCY));
        Integer number = iim == null ? null : iim.getInteger(IptcDirectory.TAG_URGENCY);
        if (text.isEmpty() && number != null) {
            text = number.toString();
        }
        if (text.length() == 2 && text.compareTo("49") >= 0 && text.compareTo("57") <= 0) {
            text = String.valueOf((char) Integer.parseInt(text));
        }
        return text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '9' ? text.charAt(0) - '0' : null;
    }

    private String iim(int tag) {
        List<String> texts = iimTexts(tag);
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    private List<String> iimTexts(int tag) {
        String[] texts = iim == null ? null : iim.getStringArray(tag);
        List<String> found = new ArrayList<>();
        if (texts != null) {
            for (String text : texts) {
                if (!clean(text).isEmpty()) {
                    found.add(clean(text));
                }
            }
        }
        return found;
    }

    private String xmpProperty(String namespace, String name) {
        if (xmp == null) {
            return "";
        }
        try {
            return clean(xmp.getPropertyString(namespace, name));
        } catch (XMPException | RuntimeException e) {
            return "";
        }
    }

    /// A text in several languages: the one marked as the default.
    private String xmpText(String namespace, String name) {
        if (xmp == null) {
            return "";
        }
        try {
            XMPProperty text = xmp.getLocalizedText(namespace, name, null, XMPConst.X_DEFAULT);
            return text == null ? "" : clean(text.getValue());
        } catch (XMPException | RuntimeException e) {
            return xmpProperty(namespace, name);
        }
    }

    private List<String> xmpArray(String namespace, String name) {
        List<String> found = new ArrayList<>();
        if (xmp == null) {
            return found;
        }
        try {
            int count = Math.min(xmp.countArrayItems(namespace, name), 100);
            for (int i = 1; i <= count; i++) {
                String text = clean(xmp.getArrayItem(namespace, name, i).getValue());
                if (!text.isEmpty()) {
                    found.add(text);
                }
            }
        } catch (XMPException | RuntimeException e) {
            remarks.add("A list inside the picture file could not be read: " + name);
        }
        return found;
    }

    /// A day as IIM (`20240530`) or XMP (`2024-05-30T…`) write it; `null` where it is no whole day.
    private @Nullable LocalDate day(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String digits = text.length() >= 10 && text.charAt(4) == '-'
                ? text.substring(0, 10).replace("-", "")
                : text;
        if (digits.length() != 8 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            remarks.add("A date inside the picture file is no whole day: " + text);
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
        } catch (DateTimeException e) {
            remarks.add("A date inside the picture file is no day of the calendar: " + text);
            return null;
        }
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    /// Without control characters, which no text of a caption needs and no database takes, and of bounded length.
    private static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST));
        text.chars()
                .filter(c -> c >= ' ' || c == '\n' || c == '\t')
                .limit(LONGEST)
                .forEach(c -> out.append((char) c));
        return out.toString().strip();
    }
}
