package org.broadsheet.cms.related;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.core.log.ServiceToken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Asks the search service over HTTP.
@Component
class SearchOverHttp implements SearchAnswers {

    private final RestClient client;

    SearchOverHttp(RelatedSettings settings, ServiceToken token, RestClient.Builder clients) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build());
        requests.setReadTimeout(settings.readTimeout());
        this.client = clients.clone()
                .baseUrl(settings.address())
                .defaultHeader(HttpHeaders.AUTHORIZATION, token.header())
                .requestFactory(requests)
                .build();
    }

    /// The answer of search, as far as we read it.
    private record Answer(@Nullable List<RelatedStory> stories) {}

    @Override
    public Optional<List<RelatedStory>> related(UUID story, int length) throws IOException {
        try {
            Answer answer = client.get()
                    .uri("/api/related?story={story}&limit={limit}", story, length)
                    .retrieve()
                    .body(Answer.class);
            if (answer == null || answer.stories() == null) {
                throw new IOException("Search answered without a list");
            }
            return Optional.of(answer.stories());
        } catch (HttpClientErrorException e) {
            if (e.getStatusCode() == HttpStatus.NOT_FOUND) {
                return Optional.empty();
            }
            throw new IOException("Search refused: " + e.getStatusCode(), e);
        } catch (RestClientException e) {
            throw new IOException("Search does not answer", e);
        }
    }
}
