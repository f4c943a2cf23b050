package org.broadsheet.ingest.words;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which version a document says it is.
///
/// @param number 1 where it does not say
/// @param stated whether the document said so; where not, other content is the next version
public record VersionNumber(long number, boolean stated) {

    /// A whole number as agencies write it: `3`, `03`, `v3`, `3.0`, `Version 3`.
    private static final Pattern WHOLE = Pattern.compile("(?i)(?:v|ver|version)?[. ]*(\\d{1,18})(?:\\.0+)?");

    /// Reads a version; one that is no whole number counts as not stated, which is remarked.
    public static VersionNumber of(String text, Consumer<String> remark) {
        if (text.isBlank()) {
            return new VersionNumber(1, false);
        }
        Matcher whole = WHOLE.matcher(text.strip());
        if (whole.matches()) {
            return new VersionNumber(Long.parseLong(whole.group(1)), true);
        }
        remark.accept("The version is not a whole number: " + text);
        return new VersionNumber(1, false);
    }
}
