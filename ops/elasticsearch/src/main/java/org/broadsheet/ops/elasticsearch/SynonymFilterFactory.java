package org.broadsheet.ops.elasticsearch;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/// Words that mean the same, in Solr's notation (`USA, United States`). The rules go through the same tokenizer and
/// filters as the copy, up to where this filter stands in the chain.
final class SynonymFilterFactory implements TokenFilterFactory {

    private final String name;
    private final List<String> rules;
    private final boolean expands;
    private final boolean isGraph;

    SynonymFilterFactory(String name, Environment environment, Settings settings, boolean isGraph) {
        List<String> given = Analysis.getWordList(environment, settings, "synonyms");
        if (given == null) {
            throw new IllegalArgumentException(
                    "synonym requires either `synonyms` or `synonyms_path` to be configured");
        }
        this.name = name;
        this.rules = List.copyOf(given);
        this.expands = settings.getAsBoolean("expand", true);
        this.isGraph = isGraph;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        throw new IllegalStateException("[" + name + "] is only made for its place in a chain");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
            IndexService.IndexCreationContext context,
            TokenizerFactory tokenizer,
            List<CharFilterFactory> charFilters,
            List<TokenFilterFactory> before,
            Function<String, TokenFilterFactory> allFilters) {
        var analyzer = new CustomAnalyzer(
                tokenizer,
                charFilters.toArray(CharFilterFactory[]::new),
                before.stream().map(TokenFilterFactory::getSynonymFilter).toArray(TokenFilterFactory[]::new));
        SynonymMap map = parsed(analyzer);
        return new InPlace(name, map, isGraph);
    }

    private SynonymMap parsed(Analyzer analyzer) {
        try {
            var parser = new SolrSynonymParser(true, expands, analyzer);
            parser.parse(new StringReader(String.join("\n", rules)));
            return parser.build();
        } catch (IOException | ParseException e) {
            throw new IllegalArgumentException("failed to build synonyms: " + e.getMessage(), e);
        }
    }

    private record InPlace(String name, SynonymMap map, boolean isGraph) implements TokenFilterFactory {
        @Override
        public TokenStream create(TokenStream tokens) {
            if (map.fst == null) {
                return tokens;
            }
            var synonyms = new SynonymGraphFilter(tokens, map, false);
            return isGraph ? synonyms : new FlattenGraphFilter(synonyms);
        }

        /// One that stands after another reads its rules without the other's words.
        @Override
        public TokenFilterFactory getSynonymFilter() {
            return IDENTITY_FILTER;
        }
    }
}
