package org.broadsheet.cms.intake;

import java.net.http.HttpClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/// Looks after how the wire room stands: one look serves every open desk for a few seconds, and a service that is away
/// keeps nobody waiting but who looks.
@Component
class Standings {

    private final WireRoom room;
    private final RestClient search;
    private final IntakeSettings settings;
    private final InstantSource clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Look last;

    Standings(WireRoom room, IntakeSettings settings, RestClient.Builder clients, InstantSource clock) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(settings.connectWithin())
                .version(HttpClient.Version.HTTP_1_1)
                .build());
        requests.setReadTimeout(settings.answerWithin());
        this.room = room;
        this.search = clients.clone()
                .baseUrl(settings.search())
                .requestFactory(requests)
                .build();
        this.settings = settings;
        this.clock = clock;
    }

    /// How it stood at most a few seconds ago. Whoever comes while somebody looks gets what was seen last.
    Standing now() {
        Look seen = last;
        if (seen != null && isFresh(seen)) {
            return seen.standing();
        }
        if (seen == null) {
            looking.lock();
        } else if (!looking.tryLock()) {
            return seen.standing();
        }
        try {
            Look meanwhile = last;
            if (meanwhile != null && isFresh(meanwhile)) {
                return meanwhile.standing();
            }
            Standing standing = look();
            last = new Look(standing, clock.instant());
            return standing;
        } finally {
            looking.unlock();
        }
    }

    /// Forgets what was seen, so that what has just been done shows at once.
    void changed() {
        Look seen = last;
        if (seen != null) {
            last = new Look(seen.standing(), Instant.EPOCH);
        }
    }

    private boolean isFresh(Look look) {
        return clock.instant().isBefore(look.at().plus(settings.freshFor()));
    }

    private Standing look() {
        List<String> away = new ArrayList<>();
        List<Standing.Alarm> alarms = List.of();
        try {
            alarms = alarms(room.read("/api/alarms"));
        } catch (ErrorResponseException e) {
            away.add("intake");
        }
        try {
            search.get().uri("/actuator/health").retrieve().toBodilessEntity();
        } catch (RestClientException e) {
            away.add("search");
        }
        return new Standing(alarms, away);
    }

    private static List<Standing.Alarm> alarms(JsonNode answer) {
        return answer.valueStream()
                .map(alarm -> new Standing.Alarm(
                        alarm.path("kind").asString(""),
                        alarm.path("feed").asString(""),
                        alarm.path("since").asString(""),
                        alarm.path("sentence").asString("")))
                .toList();
    }

    private record Look(Standing standing, Instant at) {}
}
