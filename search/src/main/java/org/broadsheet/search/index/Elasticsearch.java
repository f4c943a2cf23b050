package org.broadsheet.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Elasticsearch as the library asks it: whatever goes wrong on the way is one refusal, [ElasticsearchAway].
@Component
public final class Elasticsearch {

    /// Too busy, or not ready: worth asking again.
    private static final Set<Integer> LATER = Set.of(408, 429, 502, 503, 504);

    private final ElasticsearchClient client;

    Elasticsearch(ElasticsearchClient client) {
        this.client = client;
    }

    /// Asks, and waits for the answer.
    ///
    /// @throws ElasticsearchAway if no answer comes, or one that says to ask later, or our index is not there yet
    /// @throws ElasticsearchException if the question itself is refused
    public <T> T ask(Question<T> question) {
        try {
            return question.ask(client);
        } catch (ElasticsearchException e) {
            if (LATER.contains(e.status())
                    || "index_not_found_exception".equals(e.error().type())) {
                throw new ElasticsearchAway(
                        "Elasticsearch is not ready: " + e.error().type(), e);
            }
            throw e;
        } catch (TransportException e) {
            if (e.statusCode() >= 200 && e.statusCode() < 300) {
                throw new IllegalStateException("Elasticsearch's answer cannot be read", e);
            }
            throw new ElasticsearchAway("Elasticsearch gives no proper answer (" + e.statusCode() + ")", e);
        } catch (IOException e) {
            throw new ElasticsearchAway("Elasticsearch does not answer", e);
        }
    }

    /// Something to ask Elasticsearch.
    @FunctionalInterface
    public interface Question<T> {

        /// @throws IOException if Elasticsearch does not answer
        T ask(ElasticsearchClient client) throws IOException;
    }
}
