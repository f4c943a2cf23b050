package org.broadsheet.search.find;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.search.index.Elasticsearch;
import org.broadsheet.search.index.NewsIndex;
import org.broadsheet.search.index.StoryDocument;
import org.springframework.stereotype.Component;

/// The stories of the index, found by their words or by their id.
@Component
class Stories {

    private final Elasticsearch elasticsearch;

    Stories(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /// Published stories that have all the words, wherever they stand; one in the headline counts most, and the words
    /// in their order more than scattered.
    FoundStory.Found find(String words, int limit, int from) {
        SearchResponse<StoryDocument> answer = elasticsearch.ask(client -> client.search(
                s -> s.index(NewsIndex.STORIES.alias())
                        .from(from)
                        .size(limit)
                        .trackTotalHits(t -> t.enabled(true))
                        .trackScores(true)
                        .source(f -> f.filter(i -> i.includes("state", "position", "headline", "section")))
                        .query(q -> q.bool(b -> b.filter(
                                        f -> f.term(t -> t.field("state").value(StoryDocument.State.PUBLISHED.word())))
                                .must(m -> m.multiMatch(w -> w.query(words)
                                        .type(TextQueryType.CrossFields)
                                        .operator(Operator.And)
                                        .fields(
                                                "headline^4",
                                                "lead^2",
                                                "body",
                                                "kicker",
                                                "slugline^2",
                                                "bylines",
                                                "subjects.name^2")))
                                .should(m -> m.multiMatch(w -> w.query(words)
                                        .type(TextQueryType.Phrase)
                                        .fields("headline^4", "lead^2", "body")))))
                        .sort(o -> o.score(c -> c.order(SortOrder.Desc)))
                        .sort(o -> o.field(f -> f.field("firstPublishedAt").order(SortOrder.Desc))),
                StoryDocument.class));
        TotalHits total = answer.hits().total();
        return new FoundStory.Found(
                total == null ? 0 : total.value(),
                answer.hits().hits().stream().map(Stories::found).toList());
    }

    /// How a story stands, seen at once, not only after a refresh.
    Optional<StoryState> state(UUID id) {
        StoryDocument story = elasticsearch
                .ask(client -> client.get(
                        g -> g.index(NewsIndex.STORIES.alias())
                                .id(id.toString())
                                .sourceIncludes("state", "position"),
                        StoryDocument.class))
                .source();
        return Optional.ofNullable(story).map(s -> new StoryState(id, s.state(), s.position()));
    }

    private static FoundStory found(Hit<StoryDocument> hit) {
        StoryDocument story = hit.source();
        String id = hit.id();
        if (story == null || id == null) {
            throw new IllegalStateException("Elasticsearch found a story and does not say which");
        }
        return new FoundStory(
                UUID.fromString(id), hit.score() == null ? 0 : hit.score(), story.headline(), story.section());
    }
}
