package org.broadsheet.ingest.poll;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.broadsheet.ingest.feed.FeedSettings;
import org.broadsheet.ingest.feed.FetchFailed;
import org.broadsheet.ingest.fetch.Answer;
import org.broadsheet.ingest.fetch.Credentials;
import org.broadsheet.ingest.fetch.WebAddress;
import org.broadsheet.ingest.fetch.WebSession;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What feeds show to be let in. A token that was given for some time is kept for that time (OAuth 2.0 client
/// credentials, RFC 6749, 4.4).
@Component
class Tokens {

    private static final long LARGEST = 256 * 1024;
    private static final Duration EARLIER = Duration.ofSeconds(30);
    private static final Duration WHERE_UNSAID = Duration.ofMinutes(5);

    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, Token> kept = new ConcurrentHashMap<>();

    Tokens(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /// The credentials of a feed, for its own origin only.
    Credentials of(FeedSettings settings, URI address, WebSession web) throws FetchFailed, IOException {
        String origin = WebAddress.origin(address);
        String credential = settings.secret("credential");
        return switch (settings.text("auth")) {
            case "header" -> new Credentials(origin, Map.of(settings.text("authName"), credential), Map.of());
            case "bearer" -> new Credentials(origin, Map.of("Authorization", "Bearer " + credential), Map.of());
            case "basic" ->
                new Credentials(origin, Map.of("Authorization", basic(settings.text("user"), credential)), Map.of());
            case "query" -> new Credentials(origin, Map.of(), Map.of(settings.text("authName"), credential));
            case "oauth2" ->
                new Credentials(origin, Map.of("Authorization", "Bearer " + token(settings, web)), Map.of());
            default -> Credentials.NONE;
        };
    }

    /// Forgets the token of a feed that was not let in with it.
    ///
    /// @return whether there was one, so that trying again makes sense
    boolean forget(FeedSettings settings) {
        return kept.remove(key(settings)) != null;
    }

    private String token(FeedSettings settings, WebSession web) throws FetchFailed, IOException {
        Token token = kept.get(key(settings));
        if (token != null && token.until().isAfter(clock.instant())) {
            return token.value();
        }
        URI address = WebAddress.of(settings.text("tokenAddress"));
        Credentials client = new Credentials(
                WebAddress.origin(address),
                Map.of("Authorization", basic(settings.text("user"), settings.secret("credential"))),
                Map.of());
        Map<String, String> form = new HashMap<>(Map.of("grant_type", "client_credentials"));
        if (settings.has("scope")) {
            form.put("scope", settings.text("scope"));
        }
        try (Answer answer = web.post(address, form, client, LARGEST)) {
            if (!answer.isGood()) {
                throw new FetchFailed(
                        "The token address answers " + answer.status(),
                        answer.retryAfter(clock.instant()).orElse(null),
                        null);
            }
            JsonNode said = json.readTree(answer.body().bytes());
            String value = said.path("access_token").asString("");
            if (value.isEmpty() || value.chars().anyMatch(c -> c < ' ')) {
                throw new FetchFailed("The token address gives no access_token");
            }
            long seconds = said.path("expires_in").asLong(WHERE_UNSAID.toSeconds());
            Instant until =
                    clock.instant().plusSeconds(Math.clamp(seconds, 0, 86_400)).minus(EARLIER);
            kept.put(key(settings), new Token(value, until));
            return value;
        } catch (JacksonException e) {
            throw new FetchFailed("The token address gives no JSON", e);
        }
    }

    private static String key(FeedSettings settings) {
        return String.join(
                "\n",
                settings.feed(),
                settings.text("tokenAddress"),
                settings.text("user"),
                settings.text("scope"),
                Integer.toHexString(settings.secret("credential").hashCode()));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private record Token(String value, Instant until) {

        @Override
        public String toString() {
            return "Token";
        }
    }
}
