package org.broadsheet.ops.newsroom;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One picture of the invented agency, as the picture list says.
///
/// @param name its file is called `name.jpg`
/// @param scene what the painter paints
/// @param seed makes this one unlike every other of the scene
/// @param takenDaysAgo whole days before it is sent; 0 for the day itself
/// @param afterText whether it is sent after the story it belongs to
record PictureSheet(CopySheet sheet, String name, String scene, int seed, int takenDaysAgo, boolean afterText) {

    private static final Set<String> ONCE = Set.of(
            "Name",
            "Scene",
            "Seed",
            "Taken-Days-Ago",
            "Sent",
            "Headline",
            "Caption",
            "Credit",
            "Photographer",
            "Source",
            "Alt",
            "City",
            "Country",
            "Instructions");

    /// Reads the whole list strictly.
    static List<PictureSheet> readAll(String file, String text) {
        Set<String> names = new HashSet<>();
        return CopySheet.readAll(file, text, ONCE, Set.of("Keyword")).stream()
                .map(sheet -> {
                    DateWords.check(sheet);
                    for (String key : List.of(
                            "Headline", "Caption", "Credit", "Photographer", "Source", "Alt", "City", "Country")) {
                        sheet.need(key);
                    }
                    if (!names.add(sheet.need("Name"))) {
                        throw new CopyUnreadable(
                                file, sheet.firstLine(), "a second picture is called " + sheet.need("Name"));
                    }
                    return new PictureSheet(
                            sheet,
                            sheet.need("Name"),
                            sheet.need("Scene"),
                            sheet.number("Seed", 1, 99_999),
                            sheet.number("Taken-Days-Ago", 0, 9_999, 0),
                            sheet.oneOf("Sent", Set.of("before-text", "after-text"), "before-text")
                                    .equals("after-text"));
                })
                .toList();
    }

    String fileName() {
        return name + ".jpg";
    }
}
