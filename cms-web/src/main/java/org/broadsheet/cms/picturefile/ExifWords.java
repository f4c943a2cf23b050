package org.broadsheet.cms.picturefile;

import org.jspecify.annotations.Nullable;

/// What Exif says in words (Exif 3.0, 4.6): the camera's own, and what somebody told the camera.
///
/// @param description ImageDescription
/// @param artist Artist
/// @param copyright Copyright: the photographer's and the editor's, divided by a semicolon
/// @param taken DateTimeOriginal, as it stands
record ExifWords(String description, String artist, String copyright, String taken) {

    static final ExifWords NONE = new ExifWords("", "", "", "");

    private static final int LONGEST = 20_000;

    static ExifWords of(byte @Nullable [] exif) {
        if (exif == null) {
            return NONE;
        }
        Bytes bytes = new Bytes(exif);
        String[] found = {"", "", "", ""};
        TiffParts.eachWord(bytes, (tag, size, at) -> {
            String words = Lettering.read(bytes.slice(at, Math.min(size, LONGEST)));
            switch (tag) {
                case TiffParts.DESCRIPTION -> found[0] = upToZero(words);
                case TiffParts.ARTIST -> found[1] = upToZero(words);
                case TiffParts.COPYRIGHT -> found[2] = bothHolders(words);
                case TiffParts.TAKEN -> found[3] = upToZero(words);
                default -> {
                    // Of the camera, not of the picture.
                }
            }
        });
        return new ExifWords(found[0], found[1], found[2], found[3]);
    }

    private static String upToZero(String words) {
        int end = words.indexOf('\0');
        return (end < 0 ? words : words.substring(0, end)).strip();
    }

    private static String bothHolders(String words) {
        String photographer = upToZero(words);
        int behind = words.indexOf('\0');
        String editor = behind < 0 ? "" : upToZero(words.substring(behind + 1));
        return photographer.isEmpty() || editor.isEmpty() ? photographer + editor : photographer + "; " + editor;
    }
}
