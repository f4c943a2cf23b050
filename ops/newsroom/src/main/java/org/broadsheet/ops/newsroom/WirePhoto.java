package org.broadsheet.ops.newsroom;

import java.time.Instant;
import java.util.List;

/// A picture as an agency sends it, before it is NewsML-G2 and metadata within the file.
///
/// @param guid what the agency calls it, a URI
/// @param version counts up from 1
/// @param sentAt when the agency sent it
/// @param takenAt when it was taken; long before for a file photo
/// @param fileName of the JPEG, beside the item
/// @param headline a few words
/// @param caption with the prefix `FILE PHOTO:` where it is one, place and date included, without the credit
/// @param creditLine such as `Norland Press/Mika Solberg/Pool via AGENCE NORD/File Photo`
/// @param photographer who took it
/// @param source the agency or office it comes from
/// @param alt what it shows, for those who cannot see it
/// @param city where it was taken
/// @param country where it was taken
/// @param keywords for the archive
/// @param instructions to picture editors; empty for none
public record WirePhoto(
        String guid,
        long version,
        Instant sentAt,
        Instant takenAt,
        String fileName,
        String headline,
        String caption,
        String creditLine,
        String photographer,
        String source,
        String alt,
        String city,
        String country,
        List<String> keywords,
        String instructions) {

    public WirePhoto {
        keywords = List.copyOf(keywords);
    }
}
