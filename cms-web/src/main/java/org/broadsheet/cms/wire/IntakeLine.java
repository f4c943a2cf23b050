package org.broadsheet.cms.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.log.ServiceToken;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.wire.WireLogEntry;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/// The line to the intake service over HTTP.
@Component
class IntakeLine implements WireLine {

    private static final int PAGE = 50;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final ParameterizedTypeReference<LogPage<WireLogEntry>> ENTRIES =
            new ParameterizedTypeReference<>() {};

    private final RestClient intake;
    private final long largestPicture;

    IntakeLine(RestClient.Builder builder, WireProperties properties, ServiceToken token) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(properties.connectWithin())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build());
        requests.setReadTimeout(LONGEST_WAIT.plus(properties.answerWithin()));
        this.intake = builder.requestFactory(requests)
                .baseUrl(properties.address().toString())
                .defaultHeader(HttpHeaders.AUTHORIZATION, token.header())
                .build();
        this.largestPicture = properties.largestPicture().toBytes();
    }

    @Override
    public LogPage<WireLogEntry> after(long position, Duration wait) {
        long seconds = Math.min(wait.toSeconds(), LONGEST_WAIT.toSeconds());
        return Objects.requireNonNull(intake.get()
                .uri("/api/log?after={after}&limit={limit}&wait={wait}", position, PAGE, seconds)
                .retrieve()
                .body(ENTRIES));
    }

    @Override
    public Optional<byte[]> picture(PictureHash hash) throws IOException {
        return Objects.requireNonNull(intake.get()
                .uri("/api/pictures/{hash}", hash.value())
                .exchange((request, response) -> {
                    if (response.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
                        return Optional.<byte[]>empty();
                    }
                    if (!response.getStatusCode().is2xxSuccessful()) {
                        throw new IOException("The intake answered " + response.getStatusCode() + " for a picture");
                    }
                    try (InputStream body = response.getBody()) {
                        byte[] bytes = body.readNBytes(Math.toIntExact(largestPicture) + 1);
                        return bytes.length > largestPicture ? Optional.<byte[]>empty() : Optional.of(bytes);
                    }
                }));
    }
}
