package org.broadsheet.core.picture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is known of a picture beside its pixels: what its file says (IIM, XMP and Exif read together), or what the
/// picture desk has made of it. The fields are those of the IPTC Photo Metadata Standard; empty where nothing is known.
///
/// @param headline IPTC Headline
/// @param caption IPTC Description, as it stands: with its prefix, place and date
/// @param bylines IPTC Creator, who took it
/// @param bylineTitle IPTC Creator's Jobtitle, such as `STF`, `STR`, `HO`
/// @param credit IPTC Credit Line, as it stands; [CreditGrammar] takes it apart
/// @param source IPTC Source, who owns or owned it
/// @param copyright IPTC Copyright Notice
/// @param usageTerms IPTC Rights Usage Terms; [UsageTerms] makes rules of them
/// @param instructions IPTC Instructions; rules stand in them as well
/// @param taken the day it was taken, by the most trusted date; `null` where nobody knows
/// @param dates every date that is named anywhere, the most trusted first
/// @param place where it was taken
/// @param persons IPTC Person Shown in the Image
/// @param keywords IPTC Keywords
/// @param urgency IIM 2:10, 1 (flash) to 8; 0 where it says nothing
/// @param category IIM 2:15 and the supplemental ones of 2:20, divided by commas
/// @param alt IPTC Alt Text (Accessibility)
/// @param longAlt IPTC Extended Description (Accessibility)
/// @param jobId IPTC Job Id, the transmission reference
/// @param title IPTC Title, the object name
/// @param licence web statement, licensor and the PLUS licence terms
/// @param digitalSourceType IPTC Digital Source Type, an address of the IPTC's vocabulary
/// @param orientation Exif 0x0112, 1 to 8; 1 where it says nothing
/// @param disagreements fields for which the parts of the file name different values, every value kept
/// @param remarks what could not be read as it should be, with the value as text
public record PictureSheet(
        String headline,
        String caption,
        List<String> bylines,
        String bylineTitle,
        String credit,
        String source,
        String copyright,
        String usageTerms,
        String instructions,
        @Nullable LocalDate taken,
        List<NamedDate> dates,
        Place place,
        List<String> persons,
        List<String> keywords,
        int urgency,
        String category,
        String alt,
        String longAlt,
        String jobId,
        String title,
        Licence licence,
        String digitalSourceType,
        int orientation,
        List<Disagreement> disagreements,
        List<String> remarks) {

    /// A sheet on which nothing stands.
    public static final PictureSheet BLANK = new PictureSheet(
            "",
            "",
            List.of(),
            "",
            "",
            "",
            "",
            "",
            "",
            null,
            List.of(),
            Place.UNKNOWN,
            List.of(),
            List.of(),
            0,
            "",
            "",
            "",
            "",
            "",
            Licence.NONE,
            "",
            1,
            List.of(),
            List.of());

    public PictureSheet {
        headline = plain(headline);
        caption = plain(caption);
        bylines = plain(bylines);
        bylineTitle = plain(bylineTitle);
        credit = plain(credit);
        source = plain(source);
        copyright = plain(copyright);
        usageTerms = plain(usageTerms);
        instructions = plain(instructions);
        dates = dates == null ? List.of() : List.copyOf(dates);
        place = place == null ? Place.UNKNOWN : place;
        persons = plain(persons);
        keywords = plain(keywords);
        category = plain(category);
        alt = plain(alt);
        longAlt = plain(longAlt);
        jobId = plain(jobId);
        title = plain(title);
        licence = licence == null ? Licence.NONE : licence;
        digitalSourceType = plain(digitalSourceType);
        orientation = orientation < 1 || orientation > 8 ? 1 : orientation;
        disagreements = disagreements == null ? List.of() : List.copyOf(disagreements);
        remarks = remarks == null ? List.of() : List.copyOf(remarks);
    }

    /// Whether a machine made the picture or a part of it, by its digital source type: `trainedAlgorithmicMedia` and
    /// its kin in the IPTC's vocabulary.
    @JsonIgnore
    public boolean isSynthetic() {
        return new SourceType(digitalSourceType).isSynthetic();
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static List<String> plain(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList();
    }

    /// A date that some part of the file names.
    ///
    /// @param from which part, such as `caption`, `XMP photoshop:DateCreated`, `IIM 2:55`, `Exif DateTimeOriginal`
    /// @param day `null` where the value is no date
    /// @param asWritten the value as it stands, with its time where it has one
    public record NamedDate(String from, @Nullable LocalDate day, String asWritten) {}

    /// Where a picture was taken.
    ///
    /// @param countryCode ISO 3166-1, as it stands: two letters or three
    public record Place(String sublocation, String city, String state, String country, String countryCode) {

        /// Nowhere that is known.
        public static final Place UNKNOWN = new Place("", "", "", "", "");

        public Place {
            sublocation = plain(sublocation);
            city = plain(city);
            state = plain(state);
            country = plain(country);
            countryCode = plain(countryCode);
        }
    }

    /// Under what licence a picture may be had.
    ///
    /// @param webStatement XMP `xmpRights:WebStatement`, an address
    /// @param licensor name of the licensor (PLUS)
    /// @param licensorAddress where a licence is to be had (PLUS Licensor URL)
    /// @param dataMining PLUS Data Mining, as it stands
    public record Licence(String webStatement, String licensor, String licensorAddress, String dataMining) {

        /// None that is known.
        public static final Licence NONE = new Licence("", "", "", "");

        public Licence {
            webStatement = plain(webStatement);
            licensor = plain(licensor);
            licensorAddress = plain(licensorAddress);
            dataMining = plain(dataMining);
        }
    }

    /// A field for which the parts of a file name different values.
    ///
    /// @param field as it is called here, such as `caption`
    /// @param claims the most trusted first: that one counts
    public record Disagreement(String field, List<Claim> claims) {
        public Disagreement {
            claims = List.copyOf(claims);
        }
    }

    /// What one part of a file says.
    ///
    /// @param from such as `XMP dc:description` or `IIM 2:120`
    public record Claim(String from, String value) {}
}
