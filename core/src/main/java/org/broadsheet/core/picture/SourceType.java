package org.broadsheet.core.picture;

import java.util.Locale;

/// How a picture came to be, in the IPTC's vocabulary of digital source types
/// (<http://cv.iptc.org/newscodes/digitalsourcetype/>): taken by a camera, scanned, made by a machine.
///
/// @param address as the file or the desk names it: the whole address or its last word; empty where nothing is said
public record SourceType(String address) {

    private static final String VOCABULARY = "digitalsourcetype/";

    /// The last word of the address, such as `trainedAlgorithmicMedia`; empty where nothing is said.
    public String code() {
        int at = address.toLowerCase(Locale.ROOT).indexOf(VOCABULARY);
        return at < 0 ? address : address.substring(at + VOCABULARY.length());
    }

    /// Whether a machine made the picture or a part of it, so that readers must be told.
    public boolean isSynthetic() {
        return switch (code().toLowerCase(Locale.ROOT)) {
            case "trainedalgorithmicmedia",
                    "compositewithtrainedalgorithmicmedia",
                    "compositesynthetic",
                    "algorithmicmedia",
                    "algorithmicallyenhanced" -> true;
            default -> false;
        };
    }
}
