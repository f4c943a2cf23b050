package org.broadsheet.search.follow;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import org.broadsheet.core.log.LogBook;
import org.broadsheet.core.log.LogEntry;
import org.broadsheet.core.log.LogFollower;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.log.ServiceToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/// Sets up the readers of logs.
@Component
public final class FollowedLogs {

    private static final Logger log = LoggerFactory.getLogger(FollowedLogs.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// Longer than the longest poll, so that a quiet log is not taken for a dead one.
    private static final Duration READ = Duration.ofSeconds(40);

    private final RestClient.Builder http;
    private final ServiceToken token;
    private final InstantSource clock;

    FollowedLogs(RestClient.Builder http, ServiceToken token, InstantSource clock) {
        this.http = http;
        this.token = token;
        this.clock = clock;
    }

    /// A log to follow; it begins when the service has started.
    public <E extends LogEntry> FollowedLog follow(
            LogAddress address, ParameterizedTypeReference<LogPage<E>> page, LogBook<E> book) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(READ);
        RestClient client = http.clone()
                .baseUrl(address.address().toString())
                .requestFactory(requests)
                .defaultHeader(HttpHeaders.AUTHORIZATION, token.header())
                .build();
        return new FollowedLog(new LogFollower<>(
                address.log(),
                new HttpLogSource<>(address, client, page),
                book,
                clock,
                trouble -> log.atWarn()
                        .addKeyValue("log", address.log())
                        .addKeyValue("trouble", trouble.getMessage())
                        .log("The log cannot be followed, trying again")));
    }
}
