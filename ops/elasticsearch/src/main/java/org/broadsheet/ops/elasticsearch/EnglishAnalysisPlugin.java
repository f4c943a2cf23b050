package org.broadsheet.ops.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.SimpleAnalyzer;
import org.apache.lucene.analysis.core.StopAnalyzer;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.path.PathHierarchyTokenizer;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.elasticsearch.index.analysis.PreConfiguredCharFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.PreConfiguredTokenizer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.indices.analysis.PreBuiltCacheFactory.CachingStrategy;
import org.elasticsearch.lucene.analysis.miscellaneous.DisableGraphAttribute;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/// The English part of what a distribution's `analysis-common` module brings, under the same names and with the same
/// defaults: an index definition that works here works on a real cluster.
public final class EnglishAnalysisPlugin extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return EnglishTokenFilters.all();
    }

    @Override
    public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
        var filters = new TreeMap<String, AnalysisProvider<CharFilterFactory>>();
        filters.put("html_strip", (index, environment, name, settings) -> EnglishCharFilters.htmlStrip(name, settings));
        filters.put(
                "mapping",
                AnalysisPlugin.requiresAnalysisSettings((index, environment, name, settings) ->
                        EnglishCharFilters.mapping(name, environment, settings)));
        filters.put(
                "pattern_replace",
                AnalysisPlugin.requiresAnalysisSettings(
                        (index, environment, name, settings) -> EnglishCharFilters.patternReplace(name, settings)));
        return filters;
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        var tokenizers = new TreeMap<String, AnalysisProvider<TokenizerFactory>>();
        tokenizers.put("keyword", tokenizer(KeywordTokenizer::new));
        tokenizers.put("letter", tokenizer(LetterTokenizer::new));
        tokenizers.put("whitespace", tokenizer(WhitespaceTokenizer::new));
        tokenizers.put("uax_url_email", tokenizer(UAX29URLEmailTokenizer::new));
        tokenizers.put("path_hierarchy", tokenizer(PathHierarchyTokenizer::new));
        return tokenizers;
    }

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        var analyzers = new TreeMap<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>>();
        analyzers.put("english", (index, environment, name, settings) -> {
            CharArraySet stopWords =
                    Analysis.parseStopWords(environment, settings, EnglishAnalyzer.getDefaultStopSet());
            CharArraySet unstemmed = Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET);
            return new Ready<>(name, new EnglishAnalyzer(stopWords, unstemmed));
        });
        analyzers.put(
                "stop",
                (index, environment, name, settings) -> new Ready<>(
                        name,
                        new StopAnalyzer(Analysis.parseStopWords(
                                environment, settings, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET))));
        analyzers.put("keyword", (index, environment, name, settings) -> new Ready<>(name, new KeywordAnalyzer()));
        analyzers.put("simple", (index, environment, name, settings) -> new Ready<>(name, new SimpleAnalyzer()));
        analyzers.put(
                "whitespace", (index, environment, name, settings) -> new Ready<>(name, new WhitespaceAnalyzer()));
        return analyzers;
    }

    @Override
    public List<PreBuiltAnalyzerProviderFactory> getPreBuiltAnalyzerProviderFactories() {
        return List.of(new PreBuiltAnalyzerProviderFactory("english", CachingStrategy.LUCENE, EnglishAnalyzer::new));
    }

    @Override
    public List<PreConfiguredCharFilter> getPreConfiguredCharFilters() {
        return List.of(PreConfiguredCharFilter.singleton("html_strip", false, HTMLStripCharFilter::new));
    }

    @Override
    public List<PreConfiguredTokenizer> getPreConfiguredTokenizers() {
        return List.of(
                PreConfiguredTokenizer.singleton("keyword", KeywordTokenizer::new),
                PreConfiguredTokenizer.singleton("letter", LetterTokenizer::new),
                PreConfiguredTokenizer.singleton("whitespace", WhitespaceTokenizer::new),
                PreConfiguredTokenizer.singleton("uax_url_email", UAX29URLEmailTokenizer::new),
                PreConfiguredTokenizer.singleton("path_hierarchy", PathHierarchyTokenizer::new));
    }

    @Override
    public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
        var filters = new ArrayList<PreConfiguredTokenFilter>();
        filters.add(PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new));
        filters.add(PreConfiguredTokenFilter.singleton("trim", true, TrimFilter::new));
        filters.add(PreConfiguredTokenFilter.singleton("uppercase", true, UpperCaseFilter::new));
        filters.add(PreConfiguredTokenFilter.singleton("keyword_repeat", false, false, KeywordRepeatFilter::new));
        filters.add(PreConfiguredTokenFilter.singleton("kstem", false, KStemFilter::new));
        filters.add(PreConfiguredTokenFilter.singleton("porter_stem", false, PorterStemFilter::new));
        filters.add(PreConfiguredTokenFilter.singleton("stemmer", false, PorterStemFilter::new));
        filters.add(
                PreConfiguredTokenFilter.singleton("snowball", false, tokens -> new SnowballFilter(tokens, "English")));
        filters.add(PreConfiguredTokenFilter.singleton(
                "stop", false, tokens -> new StopFilter(tokens, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET)));
        filters.add(PreConfiguredTokenFilter.singleton("unique", false, tokens -> new UniqueTokens(tokens, false)));
        filters.add(PreConfiguredTokenFilter.singleton(
                "word_delimiter_graph", false, false, EnglishTokenFilters::wordDelimiterGraph));
        filters.add(PreConfiguredTokenFilter.singleton("shingle", false, false, tokens -> {
            var shingles = new ShingleFilter(tokens);
            // Shingles of different lengths are no graph: reading them as one makes endlessly many paths.
            shingles.addAttribute(DisableGraphAttribute.class);
            return shingles;
        }));
        return filters;
    }

    private static AnalysisProvider<TokenizerFactory> tokenizer(Supplier<Tokenizer> made) {
        return (index, environment, name, settings) -> TokenizerFactory.newFactory(name, made);
    }

    /// An analyzer that is the same for every field that names it.
    private static final class Ready<A extends Analyzer> extends AbstractIndexAnalyzerProvider<A> {
        private final A analyzer;

        Ready(String name, A analyzer) {
            super(name);
            this.analyzer = analyzer;
        }

        @Override
        public A get() {
            return analyzer;
        }
    }
}
