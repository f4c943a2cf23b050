package org.broadsheet.search.twin;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.broadsheet.search.index.Elasticsearch;
import org.broadsheet.search.index.NewsIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the twins of a wire item: Elasticsearch names the items that share its telling words, and their texts are then
/// compared run by run.
@Component
class Twins {

    /// From here on it is the same story. Light editing of a text of 150 words (seven words changed)
    /// leaves 0.8; a version with a third of it new has 0.67 or less; another story on the subject has under 0.1.
    static final double SAME_STORY = 0.75;

    private static final int CANDIDATES = 25;
    private static final Duration WITHIN = Duration.ofHours(48);

    /// What of a long text Elasticsearch is asked with: it takes the most telling words of it.
    private static final int LONGEST_QUESTION = 8_000;

    private final Elasticsearch elasticsearch;

    Twins(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    List<Twin> of(String provider, String guid, String headline, String text, @Nullable Instant receivedAt) {
        Shingles sought = Shingles.of(text);
        String question = headline + "\n" + text;
        String like = question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) : question;
        SearchResponse<Candidate> answer = elasticsearch.ask(client -> client.search(
                s -> s.index(NewsIndex.WIRE.alias())
                        .size(CANDIDATES)
                        .source(f -> f.filter(i -> i.includes("provider", "guid", "body")))
                        .query(candidates(like, receivedAt)),
                Candidate.class));
        List<Twin> twins = new ArrayList<>();
        for (Hit<Candidate> hit : answer.hits().hits()) {
            Candidate candidate = hit.source();
            if (candidate == null
                    || candidate.body() == null
                    || candidate.provider().equals(provider) && candidate.guid().equals(guid)) {
                continue;
            }
            Shingles other = Shingles.of(candidate.body());
            double likeness = sought.likeness(other);
            if (likeness >= SAME_STORY) {
                twins.add(new Twin(
                        candidate.provider(),
                        candidate.guid(),
                        Math.round(likeness * 1000) / 1000.0,
                        sought.shared(other)));
            }
        }
        twins.sort(Comparator.comparingDouble(Twin::score)
                .reversed()
                .thenComparing(Twin::provider)
                .thenComparing(Twin::guid));
        return twins;
    }

    private static Query candidates(String like, @Nullable Instant receivedAt) {
        BoolQuery.Builder query = new BoolQuery.Builder();
        query.filter(f -> f.term(t -> t.field("state").value("standing")));
        query.filter(f -> f.term(t -> t.field("kind").value("TEXT")));
        if (receivedAt != null) {
            query.filter(f -> f.range(r -> r.date(d -> d.field("receivedAt")
                    .gte(receivedAt.minus(WITHIN).toString())
                    .lte(receivedAt.plus(WITHIN).toString()))));
        }
        query.must(m -> m.moreLikeThis(l -> l.fields("headline", "body")
                .like(t -> t.text(like))
                .minTermFreq(1)
                .minDocFreq(1)
                .minWordLength(2)
                .maxQueryTerms(30)
                .minimumShouldMatch("40%")));
        return query.build()._toQuery();
    }

    /// What is read of an item of the index.
    private record Candidate(
            String provider, String guid, @Nullable String body) {}
}
