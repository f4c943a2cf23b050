package org.broadsheet.ingest.anpa;

import org.jspecify.annotations.Nullable;

/// The national seven-bit sets of ISO 646: twelve places of ASCII hold the letters of a country.
enum NationalVariant {
    ASCII('B', "#$@[\\]^`{|}~"),
    BRITISH('A', "£$@[\\]^`{|}~"),
    GERMAN('K', "#$§ÄÖÜ^`äöüß"),
    FRENCH('f', "£$à°ç§^µéùè¨"),
    OLD_FRENCH('R', "£$à°ç§^`éùè¨"),
    ITALIAN('Y', "£$§°çé^ùàòèì"),
    SPANISH('Z', "£$§¡Ñ¿^`°ñç~"),
    SWEDISH('H', "#¤ÉÄÖÅÜéäöåü"),
    OLD_SWEDISH('G', "#¤@ÄÖÅ^`äöå‾"),
    NORWEGIAN('`', "#$@ÆØÅ^`æøå‾"),
    OLD_NORWEGIAN('E', "#$@ÆØÅ^`æøå~");

    private static final String PLACES = "#$@[\\]^`{|}~";

    private final char sequenceEnd;
    private final String letters;

    NationalVariant(char sequenceEnd, String letters) {
        this.sequenceEnd = sequenceEnd;
        this.letters = letters;
    }

    /// The set that `ESC ( F` calls for; `null` where it calls for another.
    static @Nullable NationalVariant of(char sequenceEnd) {
        for (NationalVariant variant : values()) {
            if (variant.sequenceEnd == sequenceEnd) {
                return variant;
            }
        }
        return null;
    }

    char decode(char c) {
        int place = PLACES.indexOf(c);
        return place < 0 ? c : letters.charAt(place);
    }

    /// A text of this set. The caret stays where the set has it.
    String decode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(decode(text.charAt(i)));
        }
        return out.toString();
    }
}
