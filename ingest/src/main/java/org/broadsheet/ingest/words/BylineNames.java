package org.broadsheet.ingest.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// The names in a byline: `By Ines Halloran and Mika Solberg` names two people.
public final class BylineNames {

    private static final Pattern BY = Pattern.compile("^(?:by|von|par|por|di)[\\s:]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("\\s+(?:and|&)\\s+");

    private BylineNames() {}

    /// The names in some lines, each once, in their order.
    public static List<String> of(Collection<String> lines) {
        List<String> names = new ArrayList<>();
        for (String line : lines) {
            AND.splitAsStream(BY.matcher(line.strip()).replaceFirst(""))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty() && !names.contains(name))
                    .forEach(names::add);
        }
        return names;
    }
}
