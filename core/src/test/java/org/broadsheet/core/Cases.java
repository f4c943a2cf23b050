package org.broadsheet.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A table of cases in a text file: one a line, its columns divided by `⇒`, `#` before a remark. `␣` stands for a blank
/// at an end of a column, `⍽` for a no-break space, `⏎` for a line break.
public final class Cases {

    private Cases() {}

    /// The rows of a table that lies beside a test.
    public static List<List<String>> of(Class<?> test, String file) {
        try (InputStream in = test.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("No table " + file + " beside " + test);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Cases::columns)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.split("⇒", -1))
                .map(column ->
                        column.strip().replace('␣', ' ').replace('⍽', '\u00A0').replace('⏎', '\n'))
                .toList();
    }
}
