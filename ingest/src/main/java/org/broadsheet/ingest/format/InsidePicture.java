package org.broadsheet.ingest.format;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a picture file says of itself (IPTC-IIM, XMP, Exif); each text is empty where it says nothing.
///
/// @param caption IIM 2:120, `dc:description`
/// @param headline IIM 2:105, `photoshop:Headline`
/// @param credit IIM 2:110, `photoshop:Credit`
/// @param bylines IIM 2:80, `dc:creator`
/// @param source IIM 2:115, `photoshop:Source`
/// @param instructions IIM 2:40, `photoshop:Instructions`
/// @param alt `Iptc4xmpCore:AltTextAccessibility`
/// @param categories IIM 2:15 and the supplemental categories 2:20; `FILE` among them marks a file photo
/// @param xmpCreated `photoshop:DateCreated`
/// @param digitallyCreated IIM 2:62
/// @param created IIM 2:55; at some agencies the day of issue of a file photo
/// @param remarks what of it could not be read
/// @param details what only a picture without an item of its own needs
public record InsidePicture(
        String caption,
        String headline,
        String credit,
        List<String> bylines,
        String source,
        String instructions,
        String alt,
        List<String> categories,
        @Nullable LocalDate xmpCreated,
        @Nullable LocalDate digitallyCreated,
        @Nullable LocalDate created,
        List<String> remarks,
        PictureDetails details) {

    public InsidePicture {
        details = details == null ? PictureDetails.NONE : details; // pictures that came in before have none
        bylines = List.copyOf(bylines);
        categories = List.copyOf(categories);
        remarks = List.copyOf(remarks);
    }
}
