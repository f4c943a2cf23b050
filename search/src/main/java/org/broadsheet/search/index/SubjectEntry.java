package org.broadsheet.search.index;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.broadsheet.core.subject.Subject;

/// A subject as it stands in an index.
///
/// @param code as sent; empty where the wire gave only a name
/// @param kind what sort of thing it is
/// @param name how it is called in print
public record SubjectEntry(String code, Subject.Kind kind, String name) {

    private static final Pattern COMBINING = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// What two stories must share to share the subject: the code, else the name, whatever its case and accents.
    public String key() {
        if (!code.isBlank()) {
            return code.strip();
        }
        String plain = COMBINING
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("");
        return SPACE.matcher(plain.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /// The keys of all subjects of one kind, each once.
    public static List<String> keys(List<Subject> subjects, Subject.Kind kind) {
        return subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .map(subject -> new SubjectEntry(subject.code(), subject.kind(), subject.name()).key())
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }
}
