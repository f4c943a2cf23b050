package org.broadsheet.ops.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EnglishAnalysisTest {

    private final Asked elasticsearch = new Asked(ElasticsearchForTests.address());

    @Test
    void englishStemsAndDropsStopWords() throws Exception {
        assertThat(words("{\"analyzer\": \"english\", \"text\": \"The harbour's pilots were accepting fees\"}"))
                .containsExactly("harbour", "pilot", "were", "accept", "fee");
    }

    @Test
    void anIndexForEnglishNewsIsDefinedAsOnARealCluster() throws Exception {
        elasticsearch.put("/news", """
                {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "analysis": {
                   "char_filter": {"quotes": {"type": "mapping", "mappings": ["’ => '"]},
                                   "prefix": {"type": "pattern_replace", "pattern": "^UPDATE \\\\d+-", "replacement": ""}},
                   "filter": {"english_stop": {"type": "stop", "stopwords": "_english_"},
                              "english_stemmer": {"type": "stemmer", "language": "english"},
                              "english_possessive": {"type": "stemmer", "language": "possessive_english"},
                              "pairs": {"type": "shingle", "min_shingle_size": 2, "max_shingle_size": 2,
                                        "output_unigrams": false},
                              "names": {"type": "keyword_marker", "keywords": ["united"]},
                              "same": {"type": "synonym_graph", "synonyms": ["fee, charge"]},
                              "split": {"type": "word_delimiter_graph", "preserve_original": true}},
                   "normalizer": {"folded": {"type": "custom", "filter": ["lowercase", "asciifolding", "trim"]}},
                   "analyzer": {
                     "copy": {"type": "custom", "char_filter": ["html_strip", "quotes", "prefix"],
                              "tokenizer": "standard",
                              "filter": ["english_possessive", "lowercase", "asciifolding", "english_stop", "names",
                                         "english_stemmer"]},
                     "copy_pairs": {"type": "custom", "tokenizer": "standard", "filter": ["lowercase", "pairs"]},
                     "asked": {"type": "custom", "tokenizer": "standard", "filter": ["lowercase", "same"]},
                     "parts": {"type": "custom", "tokenizer": "whitespace", "filter": ["split", "lowercase"]}}}},
                 "mappings": {"dynamic": "strict", "properties": {
                     "headline": {"type": "text", "analyzer": "copy", "search_analyzer": "copy"},
                     "place": {"type": "keyword", "normalizer": "folded"}}}}
                """);

        assertThat(words(
                        "/news/_analyze",
                        "{\"analyzer\": \"copy\", \"text\": \"UPDATE 2-<p>The café’s owners &amp; United win</p>\"}"))
                .containsExactly("cafe", "owner", "united", "win");
        assertThat(words("/news/_analyze", "{\"analyzer\": \"copy_pairs\", \"text\": \"Harbour pilots strike\"}"))
                .containsExactly("harbour pilots", "pilots strike");
        assertThat(words("/news/_analyze", "{\"analyzer\": \"asked\", \"text\": \"Fee\"}"))
                .containsExactlyInAnyOrder("fee", "charge");
        assertThat(words("/news/_analyze", "{\"analyzer\": \"parts\", \"text\": \"Covid-19\"}"))
                .containsExactly("covid-19", "covid", "19");
        assertThat(words("/news/_analyze", "{\"normalizer\": \"folded\", \"text\": \" Malmö \"}"))
                .containsExactly("malmo");
    }

    @Test
    void aLanguageThatIsNotEnglishIsRefusedAndNotGuessed() {
        assertThatThrownBy(() -> elasticsearch.put("/nouvelles", """
                {"settings": {"analysis": {"filter": {"f": {"type": "stemmer", "language": "french"}}}}}
                """))
                .hasMessageContaining("Only English is stemmed here, not [french]");
    }

    @Test
    void moreLikeThisFindsTheStoryOfTheSameAffair() throws Exception {
        elasticsearch.put("/affairs", """
                {"settings": {"number_of_shards": 1, "number_of_replicas": 0},
                 "mappings": {"properties": {"body": {"type": "text", "analyzer": "english"}}}}
                """);
        elasticsearch.put("/affairs/_doc/1", body("Harbour pilots accept the new fee after the strike in Vastholm"));
        elasticsearch.put("/affairs/_doc/2", body("The strike of the pilots closed the harbour; fees were disputed"));
        elasticsearch.put("/affairs/_doc/3", body("A late goal decides the derby"));
        elasticsearch.post("/affairs/_refresh", "");

        JsonNode found = elasticsearch.post("/affairs/_search", """
                {"query": {"more_like_this": {"fields": ["body"], "like": [{"_index": "affairs", "_id": "1"}],
                                              "min_term_freq": 1, "min_doc_freq": 1}}}
                """);

        assertThat(found.at("/hits/hits")
                        .valueStream()
                        .map(hit -> hit.get("_id").asString()))
                .containsExactly("2");
    }

    private static String body(String text) {
        return "{\"body\": \"" + text + "\"}";
    }

    private List<String> words(String request) throws Exception {
        return words("/_analyze", request);
    }

    private List<String> words(String path, String request) throws Exception {
        return elasticsearch
                .post(path, request)
                .get("tokens")
                .valueStream()
                .map(token -> token.get("token").asString())
                .toList();
    }
}
