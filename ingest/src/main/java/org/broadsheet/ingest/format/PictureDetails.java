package org.broadsheet.ingest.format;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a picture file says of itself that an item would say, for a picture that has none; each text is empty where it
/// says nothing.
///
/// @param guid `Iptc4xmpExt:DigImageGUID`
/// @param transmission IIM 2:103, `photoshop:TransmissionReference`
/// @param title IIM 2:05, `dc:title`
/// @param urgency 1 to 9 (IIM 2:10, `photoshop:Urgency`)
/// @param keywords IIM 2:25, `dc:subject`
/// @param subjectCodes IIM 2:12, `Iptc4xmpCore:SubjectCode`: eight digits, or whole references
/// @param places where it was taken, the narrowest first (IIM 2:92, 2:90, 2:95, 2:101)
/// @param countryCode IIM 2:100, `Iptc4xmpCore:CountryCode`
/// @param copyright IIM 2:116, `dc:rights`
/// @param usageTerms `xmpRights:UsageTerms`
/// @param language IIM 2:135
/// @param jobId IIM 2:184, 2:22
/// @param writer who wrote the caption (IIM 2:122, `photoshop:CaptionWriter`)
/// @param releaseDay not to be used before (IIM 2:30)
/// @param releaseTime the time of that day (IIM 2:35), as written
/// @param expiryDay not to be used after (IIM 2:37)
public record PictureDetails(
        String guid,
        String transmission,
        String title,
        @Nullable Integer urgency,
        List<String> keywords,
        List<String> subjectCodes,
        List<String> places,
        String countryCode,
        String copyright,
        String usageTerms,
        String language,
        String jobId,
        String writer,
        @Nullable LocalDate releaseDay,
        String releaseTime,
        @Nullable LocalDate expiryDay) {

    /// A file that says nothing.
    public static final PictureDetails NONE = new PictureDetails(
            "", "", "", null, List.of(), List.of(), List.of(), "", "", "", "", "", "", null, "", null);

    public PictureDetails {
        keywords = List.copyOf(keywords);
        subjectCodes = List.copyOf(subjectCodes);
        places = List.copyOf(places);
    }
}
