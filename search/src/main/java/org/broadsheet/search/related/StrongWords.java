package org.broadsheet.search.related;

import co.elastic.clients.elasticsearch.core.TermvectorsResponse;
import co.elastic.clients.elasticsearch.core.termvectors.Term;
import co.elastic.clients.elasticsearch.core.termvectors.TermVector;
import co.elastic.clients.elasticsearch.core.termvectors.Token;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.broadsheet.search.index.Elasticsearch;
import org.broadsheet.search.index.NewsIndex;
import org.broadsheet.search.index.StoryDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The words that say most about a story, among those that other stories have too: by tf-idf, as Elasticsearch counts.
@Component
class StrongWords {

    private static final int FROM_EACH_FIELD = 20;
    private static final int MOST = 16;
    private static final int SHORTEST = 3;
    private static final Pattern DIGITS = Pattern.compile("[\\d.,]+");

    private final Elasticsearch elasticsearch;

    StrongWords(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /// The strongest first.
    List<Word> of(String id, StoryDocument story) {
        TermvectorsResponse answer = elasticsearch.ask(client -> client.termvectors(t -> t.index(
                        NewsIndex.STORIES.alias())
                .id(id)
                .fields("headline", "lead", "body")
                .termStatistics(true)
                .offsets(true)
                .positions(true)
                .payloads(false)
                .filter(f ->
                        f.minTermFreq(1).minDocFreq(2).minWordLength(SHORTEST).maxNumTerms(FROM_EACH_FIELD))));
        Map<String, Word> words = new HashMap<>();
        for (Map.Entry<String, TermVector> field : answer.termVectors().entrySet()) {
            String text = text(story, field.getKey());
            for (Map.Entry<String, Term> term : field.getValue().terms().entrySet()) {
                String stem = term.getKey();
                if (!DIGITS.matcher(stem).matches()) {
                    words.merge(stem, word(stem, term.getValue(), text), Word::plus);
                }
            }
        }
        return words.values().stream()
                .sorted(Comparator.comparingDouble(Word::strength).reversed().thenComparing(Word::stem))
                .limit(MOST)
                .toList();
    }

    private static @Nullable String text(StoryDocument story, String field) {
        return switch (field) {
            case "headline" -> story.headline();
            case "lead" -> story.lead();
            case "body" -> story.body();
            default -> null;
        };
    }

    private static Word word(String stem, Term term, @Nullable String text) {
        double strength = term.score() == null ? 0 : term.score();
        if (text != null) {
            for (Token token : term.tokens()) {
                Integer start = token.startOffset();
                Integer end = token.endOffset();
                if (start != null && end != null && start >= 0 && start < end && end <= text.length()) {
                    return new Word(stem, printed(text, start, end), strength);
                }
            }
        }
        return new Word(stem, stem, strength);
    }

    /// As it stands in the text, but a capital that only begins a sentence is made small, and a possessive dropped.
    private static String printed(String text, int start, int end) {
        String word = text.substring(start, end).replaceFirst("['\u2019\uFF07][sS]$", "");
        int before = start - 1;
        while (before >= 0
                && (Character.isWhitespace(text.charAt(before))
                        || "\"\u201C\u2018'(".indexOf(text.charAt(before)) >= 0)) {
            before--;
        }
        boolean begins = before < 0 || ".!?:".indexOf(text.charAt(before)) >= 0;
        boolean shouted = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        return begins && !shouted ? word.toLowerCase(Locale.ROOT) : word;
    }

    /// A word of a story.
    ///
    /// @param stem as it stands in the index
    /// @param printed as it stands in the text
    /// @param strength how much it says about the story
    record Word(String stem, String printed, double strength) {

        Word plus(Word other) {
            return new Word(stem, printed, strength + other.strength());
        }
    }
}
