package org.broadsheet.ops.elasticsearch;

import java.io.Reader;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;

/// What may happen to the characters of copy before they are words.
final class EnglishCharFilters {

    private EnglishCharFilters() {}

    /// Takes tags out and resolves entities.
    static CharFilterFactory htmlStrip(String name, Settings settings) {
        Set<String> kept = Set.copyOf(settings.getAsList("escaped_tags"));
        return new Plain(name, reader -> new HTMLStripCharFilter(reader, kept));
    }

    /// Replaces strings by strings: `mappings` has a list of `from => to`.
    static CharFilterFactory mapping(String name, Environment environment, Settings settings) {
        List<String> rules = Analysis.getWordList(environment, settings, "mappings");
        if (rules == null) {
            throw new IllegalArgumentException("mapping needs either `mappings` or `mappings_path` to be configured");
        }
        var replaced = new NormalizeCharMap.Builder();
        for (String rule : rules) {
            int arrow = rule.lastIndexOf("=>");
            if (arrow < 0) {
                throw new IllegalArgumentException("Invalid mapping rule: [" + rule + "]");
            }
            replaced.add(
                    rule.substring(0, arrow).strip(), rule.substring(arrow + 2).strip());
        }
        NormalizeCharMap map = replaced.build();
        return new Normalizing(name, reader -> new MappingCharFilter(map, reader));
    }

    /// Replaces what matches `pattern` by `replacement`.
    static CharFilterFactory patternReplace(String name, Settings settings) {
        String pattern = settings.get("pattern");
        if (pattern == null) {
            throw new IllegalArgumentException(
                    "pattern is missing for [" + name + "] char filter of type 'pattern_replace'");
        }
        Pattern compiled = Pattern.compile(pattern);
        String replacement = settings.get("replacement", "");
        return new Normalizing(name, reader -> new PatternReplaceCharFilter(compiled, replacement, reader));
    }

    private record Plain(String name, UnaryOperator<Reader> filter) implements CharFilterFactory {
        @Override
        public Reader create(Reader reader) {
            return filter.apply(reader);
        }
    }

    private record Normalizing(String name, UnaryOperator<Reader> filter) implements NormalizingCharFilterFactory {
        @Override
        public Reader create(Reader reader) {
            return filter.apply(reader);
        }
    }
}
