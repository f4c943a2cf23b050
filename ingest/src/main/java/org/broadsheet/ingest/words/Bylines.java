package org.broadsheet.ingest.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Makes names of the lines agencies sign with: `By Ines Halloran and Osei Danquah` are two people.
public final class Bylines {

    private static final Pattern BY =
            Pattern.compile("^(?:by|von|par|por|di|af|av|door)[\\s:]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("\\s+(?:and|&)\\s+");

    private Bylines() {}

    /// The people of some bylines, each once, in order.
    public static List<String> names(Collection<String> written) {
        List<String> names = new ArrayList<>();
        for (String line : written) {
            for (String part : AND.split(BY.matcher(line.strip()).replaceFirst(""))) {
                String name = part.strip();
                if (!name.isEmpty() && !names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
