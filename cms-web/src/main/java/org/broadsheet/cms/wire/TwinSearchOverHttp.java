package org.broadsheet.cms.wire;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.core.log.ServiceToken;
import org.broadsheet.core.wire.WireItem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Asks the search service over HTTP.
@Component
class TwinSearchOverHttp implements TwinSearch {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final RestClient client;

    TwinSearchOverHttp(WireProperties properties, ServiceToken token, RestClient.Builder clients) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(properties.connectWithin())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build());
        requests.setReadTimeout(ANSWER_WITHIN);
        this.client = clients.clone()
                .baseUrl(properties.search().toString())
                .defaultHeader(HttpHeaders.AUTHORIZATION, token.header())
                .requestFactory(requests)
                .build();
    }

    @Override
    public List<Found> twins(WireItem item) throws IOException {
        try {
            Answer answer = client.post()
                    .uri("/api/twins")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Sought(
                            item.provider(),
                            item.guid(),
                            item.headline(),
                            "",
                            item.body().plainText(),
                            item.receivedAt()))
                    .retrieve()
                    .body(Answer.class);
            if (answer == null || answer.twins() == null) {
                throw new IOException("Search answered without a list");
            }
            return answer.twins();
        } catch (HttpClientErrorException.BadRequest e) {
            // Of this item nothing can be asked; the others are not to wait for it.
            return List.of();
        } catch (RestClientException e) {
            throw new IOException("Search does not answer: " + e.getMessage(), e);
        }
    }

    /// What search is asked.
    private record Sought(
            String provider, String guid, String headline, String lead, String text, Instant receivedAt) {}

    /// What it answers, as far as we read it.
    private record Answer(@Nullable List<Found> twins) {}
}
