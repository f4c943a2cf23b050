package org.broadsheet.ops.elasticsearch;

import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_ALL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_NUMBERS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_WORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_WORD_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.PRESERVE_ORIGINAL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.commongrams.CommonGramsFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.PatternKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/// What may happen to the words of English copy, with the settings a real cluster knows for it.
///
/// `stop`, `shingle` and `standard` are in the server itself.
final class EnglishTokenFilters {

    private EnglishTokenFilters() {}

    static Map<String, AnalysisProvider<TokenFilterFactory>> all() {
        var filters = new TreeMap<String, AnalysisProvider<TokenFilterFactory>>();
        filters.put("lowercase", normalizing(settings -> LowerCaseFilter::new));
        filters.put("uppercase", normalizing(settings -> UpperCaseFilter::new));
        filters.put("trim", normalizing(settings -> TrimFilter::new));
        filters.put("asciifolding", normalizing(settings -> {
            boolean keeps = settings.getAsBoolean("preserve_original", false);
            return tokens -> new ASCIIFoldingFilter(tokens, keeps);
        }));
        filters.put("pattern_replace", AnalysisPlugin.requiresAnalysisSettings(normalizing(settings -> {
            Pattern pattern = Pattern.compile(required(settings, "pattern"));
            String replacement = settings.get("replacement", "");
            boolean everywhere = settings.getAsBoolean("all", true);
            return tokens -> new PatternReplaceFilter(tokens, pattern, replacement, everywhere);
        })));
        filters.put("stemmer", filter(settings -> stemmer(settings.get("language", settings.get("name", "porter")))));
        filters.put("kstem", filter(settings -> KStemFilter::new));
        filters.put("porter_stem", filter(settings -> PorterStemFilter::new));
        filters.put("snowball", filter(settings -> {
            String language = settings.get("language", settings.get("name", "English"));
            return tokens -> new SnowballFilter(tokens, language);
        }));
        filters.put("keyword_repeat", filter(settings -> KeywordRepeatFilter::new));
        filters.put("remove_duplicates", filter(settings -> RemoveDuplicatesTokenFilter::new));
        filters.put("flatten_graph", filter(settings -> FlattenGraphFilter::new));
        filters.put("unique", filter(settings -> {
            boolean onlyAtOnePosition = settings.getAsBoolean("only_on_same_position", false);
            return tokens -> new UniqueTokens(tokens, onlyAtOnePosition);
        }));
        filters.put("length", filter(settings -> {
            int shortest = settings.getAsInt("min", 0);
            int longest = settings.getAsInt("max", Integer.MAX_VALUE);
            return tokens -> new LengthFilter(tokens, shortest, longest);
        }));
        filters.put("limit", filter(settings -> {
            int most = settings.getAsInt("max_token_count", 1);
            boolean readsOn = settings.getAsBoolean("consume_all_tokens", false);
            return tokens -> new LimitTokenCountFilter(tokens, most, readsOn);
        }));
        filters.put("truncate", AnalysisPlugin.requiresAnalysisSettings(filter(settings -> {
            int length = Integer.parseInt(required(settings, "length"));
            return tokens -> new TruncateTokenFilter(tokens, length);
        })));
        filters.put("edge_ngram", filter(settings -> {
            int shortest = settings.getAsInt("min_gram", 1);
            int longest = settings.getAsInt("max_gram", 2);
            boolean keeps = settings.getAsBoolean("preserve_original", false);
            return tokens -> new EdgeNGramTokenFilter(tokens, shortest, longest, keeps);
        }));
        filters.put("ngram", filter(settings -> {
            int shortest = settings.getAsInt("min_gram", 1);
            int longest = settings.getAsInt("max_gram", 2);
            boolean keeps = settings.getAsBoolean("preserve_original", false);
            return tokens -> new NGramTokenFilter(tokens, shortest, longest, keeps);
        }));
        filters.put(
                "keyword_marker",
                AnalysisPlugin.requiresAnalysisSettings(
                        (index, environment, name, settings) -> new Plain(name, keywordMarker(environment, settings))));
        filters.put(
                "stemmer_override",
                AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) ->
                        new Plain(name, stemmerOverride(environment, settings))));
        filters.put(
                "common_grams",
                AnalysisPlugin.requiresAnalysisSettings(
                        (index, environment, name, settings) -> new Plain(name, commonGrams(environment, settings))));
        filters.put(
                "word_delimiter_graph",
                (index, environment, name, settings) -> new Plain(name, wordDelimiterGraph(environment, settings)));
        filters.put(
                "synonym",
                AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) ->
                        new SynonymFilterFactory(name, environment, settings, false)));
        filters.put(
                "synonym_graph",
                AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) ->
                        new SynonymFilterFactory(name, environment, settings, true)));
        return filters;
    }

    /// The English stemmers by the names the setting knows; another language is refused and not guessed.
    private static UnaryOperator<TokenStream> stemmer(String language) {
        return switch (language) {
            case "porter", "english" -> PorterStemFilter::new;
            case "porter2" -> tokens -> new SnowballFilter(tokens, "English");
            case "light_english", "kstem" -> KStemFilter::new;
            case "minimal_english" -> EnglishMinimalStemFilter::new;
            case "possessive_english" -> EnglishPossessiveFilter::new;
            case "lovins" -> tokens -> new SnowballFilter(tokens, "Lovins");
            default -> throw new IllegalArgumentException("Only English is stemmed here, not [" + language + "]");
        };
    }

    private static UnaryOperator<TokenStream> keywordMarker(Environment environment, Settings settings) {
        String pattern = settings.get("keywords_pattern");
        if (pattern != null) {
            Pattern compiled = Pattern.compile(pattern);
            return tokens -> new PatternKeywordMarkerFilter(tokens, compiled);
        }
        CharArraySet words = Analysis.getWordSet(environment, settings, "keywords");
        if (words == null) {
            throw new IllegalArgumentException(
                    "keyword filter requires either `keywords`, `keywords_path`, or `keywords_pattern` to be configured");
        }
        CharArraySet compared = settings.getAsBoolean("ignore_case", false) ? new CharArraySet(words, true) : words;
        return tokens -> new SetKeywordMarkerFilter(tokens, compared);
    }

    private static UnaryOperator<TokenStream> stemmerOverride(Environment environment, Settings settings) {
        var rules = Analysis.getWordList(environment, settings, "rules");
        if (rules == null) {
            throw new IllegalArgumentException(
                    "stemmer override filter requires either `rules` or `rules_path` to be configured");
        }
        try {
            var stems = new StemmerOverrideFilter.Builder(false);
            for (String rule : rules) {
                String[] sides = rule.split("=>", -1);
                if (sides.length != 2 || sides[1].isBlank()) {
                    throw new IllegalArgumentException("Invalid Keyword override Rule:" + rule);
                }
                for (String word : sides[0].split(",", -1)) {
                    stems.add(word.strip(), sides[1].strip());
                }
            }
            var map = stems.build();
            return tokens -> new StemmerOverrideFilter(tokens, map);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException("The rules of stemmer_override cannot be used", e);
        }
    }

    private static UnaryOperator<TokenStream> commonGrams(Environment environment, Settings settings) {
        CharArraySet words = Analysis.parseCommonWords(
                environment, settings, CharArraySet.EMPTY_SET, settings.getAsBoolean("ignore_case", false));
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "missing or empty [common_words] or [common_words_path] configuration for common_grams token filter");
        }
        return tokens -> new CommonGramsFilter(tokens, words);
    }

    private static UnaryOperator<TokenStream> wordDelimiterGraph(Environment environment, Settings settings) {
        int flags = flag(settings, "generate_word_parts", true, GENERATE_WORD_PARTS)
                | flag(settings, "generate_number_parts", true, GENERATE_NUMBER_PARTS)
                | flag(settings, "catenate_words", false, CATENATE_WORDS)
                | flag(settings, "catenate_numbers", false, CATENATE_NUMBERS)
                | flag(settings, "catenate_all", false, CATENATE_ALL)
                | flag(settings, "split_on_case_change", true, SPLIT_ON_CASE_CHANGE)
                | flag(settings, "split_on_numerics", true, SPLIT_ON_NUMERICS)
                | flag(settings, "preserve_original", false, PRESERVE_ORIGINAL)
                | flag(settings, "stem_english_possessive", true, STEM_ENGLISH_POSSESSIVE);
        boolean adjustsOffsets = settings.getAsBoolean("adjust_offsets", true);
        CharArraySet whole = Analysis.getWordSet(environment, settings, "protected_words");
        return tokens -> new WordDelimiterGraphFilter(
                tokens, adjustsOffsets, WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE, flags, whole);
    }

    /// With the settings it has where none are given.
    static TokenStream wordDelimiterGraph(TokenStream tokens) {
        return new WordDelimiterGraphFilter(
                tokens,
                true,
                WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE,
                GENERATE_WORD_PARTS
                        | GENERATE_NUMBER_PARTS
                        | SPLIT_ON_CASE_CHANGE
                        | SPLIT_ON_NUMERICS
                        | STEM_ENGLISH_POSSESSIVE,
                null);
    }

    private static int flag(Settings settings, String name, boolean otherwise, int flag) {
        return settings.getAsBoolean(name, otherwise) ? flag : 0;
    }

    private static String required(Settings settings, String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("[" + name + "] is missing");
        }
        return value;
    }

    private static AnalysisProvider<TokenFilterFactory> filter(Configured configured) {
        return (index, environment, name, settings) -> new Plain(name, configured.with(settings));
    }

    private static AnalysisProvider<TokenFilterFactory> normalizing(Configured configured) {
        return (index, environment, name, settings) -> new Normalizing(name, configured.with(settings));
    }

    private interface Configured {
        UnaryOperator<TokenStream> with(Settings settings);
    }

    private record Plain(String name, UnaryOperator<TokenStream> filter) implements TokenFilterFactory {
        @Override
        public TokenStream create(TokenStream tokens) {
            return filter.apply(tokens);
        }
    }

    /// One that a normalizer of a keyword field may use too.
    private record Normalizing(String name, UnaryOperator<TokenStream> filter)
            implements NormalizingTokenFilterFactory {
        @Override
        public TokenStream create(TokenStream tokens) {
            return filter.apply(tokens);
        }
    }
}
