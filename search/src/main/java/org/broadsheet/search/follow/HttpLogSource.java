package org.broadsheet.search.follow;

import java.io.IOException;
import java.time.Duration;
import org.broadsheet.core.log.LogEntry;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.log.LogSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/// Reads a log from the service that writes it, over HTTP, with long polls.
final class HttpLogSource<E extends LogEntry> implements LogSource<E> {

    private final LogAddress log;
    private final RestClient http;
    private final ParameterizedTypeReference<LogPage<E>> page;

    HttpLogSource(LogAddress log, RestClient http, ParameterizedTypeReference<LogPage<E>> page) {
        this.log = log;
        this.http = http;
        this.page = page;
    }

    /// @throws IOException if the service does not answer, refuses us, or its log is shorter than what we have read
    @Override
    public LogPage<E> after(long position, Duration wait) throws IOException {
        LogPage<E> answer = ask(position, wait);
        if (answer.end() < position) {
            throw new IOException(("The %s log ends at %d, but %d lines of it have been read here: it is another log."
                            + " Delete the index to read the new one")
                    .formatted(log.log(), answer.end(), position));
        }
        long last = position;
        for (E entry : answer.entries()) {
            if (entry.position() <= last) {
                throw new IOException("The %s log is out of order after %d".formatted(log.log(), last));
            }
            last = entry.position();
        }
        return answer;
    }

    private LogPage<E> ask(long position, Duration wait) throws IOException {
        try {
            LogPage<E> answer = http.get()
                    .uri(uri -> uri.path("/api/log")
                            .queryParam("after", position)
                            .queryParam("limit", log.batch())
                            .queryParam("wait", wait.toSeconds())
                            .build())
                    .retrieve()
                    .body(page);
            if (answer == null) {
                throw new IOException("The %s log at %s answers without a word".formatted(log.log(), log.address()));
            }
            return answer;
        } catch (RestClientResponseException e) {
            String why = e.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)
                    ? "refuses our token"
                    : "answers " + e.getStatusCode().value();
            throw new IOException("The %s log at %s %s".formatted(log.log(), log.address(), why), e);
        } catch (ResourceAccessException e) {
            throw new IOException("The %s log at %s does not answer".formatted(log.log(), log.address()), e);
        } catch (RestClientException e) {
            throw new IOException("The %s log at %s cannot be understood".formatted(log.log(), log.address()), e);
        }
    }
}
