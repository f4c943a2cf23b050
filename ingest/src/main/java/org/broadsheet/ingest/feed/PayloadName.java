package org.broadsheet.ingest.feed;

import java.util.regex.Pattern;

/// Names of payloads that come from outside, made harmless: they end up as file names and on screens.
public final class PayloadName {

    private static final int LONGEST = 180;
    private static final Pattern HARMFUL = Pattern.compile("[^\\p{L}\\p{N}._ ,()+=@~-]+");

    private PayloadName() {}

    /// The last part of a path or address, without anything a file system or a screen trips over.
    ///
    /// @param otherwise where nothing is left of it
    public static String of(String said, String otherwise) {
        String path = said;
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        String harmless = HARMFUL.matcher(last).replaceAll("_").strip();
        while (harmless.startsWith(".")) {
            harmless = harmless.substring(1);
        }
        if (harmless.isEmpty()) {
            return otherwise;
        }
        return harmless.length() <= LONGEST ? harmless : harmless.substring(harmless.length() - LONGEST);
    }
}
