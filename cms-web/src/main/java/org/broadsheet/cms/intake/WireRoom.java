package org.broadsheet.cms.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.core.log.ServiceToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The wire room at the other end of the line: each call has a limit of time and of length, follows no redirect, and
/// ends in an answer or in a sentence that staff can read.
@Component
class WireRoom {

    private static final Logger log = LoggerFactory.getLogger(WireRoom.class);
    private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

    private final RestClient quick;
    private final RestClient patient;
    private final Semaphore workers;
    private final JsonMapper json;

    WireRoom(IntakeSettings settings, ServiceToken token, RestClient.Builder clients, JsonMapper json) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(settings.connectWithin())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        RestClient.Builder builder = clients.clone()
                .baseUrl(settings.address())
                .defaultHeader(HttpHeaders.AUTHORIZATION, token.header())
                .defaultHeader(
                        HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        this.quick = builder.clone()
                .requestFactory(requests(http, settings.answerWithin()))
                .build();
        this.patient = builder.clone()
                .requestFactory(requests(http, settings.workWithin()))
                .build();
        this.workers = new Semaphore(settings.workers());
        this.json = json;
    }

    private static JdkClientHttpRequestFactory requests(HttpClient http, Duration within) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(within);
        return requests;
    }

    /// Asks for something to read.
    JsonNode read(String path, Object... names) {
        return ask(quick, HttpMethod.GET, null, path, names);
    }

    /// Has something done that is done at once.
    ///
    /// @param words what is sent along as JSON, `null` for nothing
    JsonNode have(HttpMethod method, @Nullable Object words, String path, Object... names) {
        return ask(quick, method, words, path, names);
    }

    /// Has something done that takes its time.
    JsonNode work(@Nullable Object words, String path, Object... names) {
        if (!workers.tryAcquire()) {
            throw Asked.busy(
                    "The wire room has its hands full with what the desk has asked of it; try again in a moment.");
        }
        try {
            return ask(patient, HttpMethod.POST, words, path, names);
        } finally {
            workers.release();
        }
    }

    /// Hands on the raw bytes of something, however many, without holding them.
    ///
    /// @param begin is called with the length, -1 where it is not known, once there is something to hand on
    void handOn(Begin begin, String path, Object... names) {
        try {
            patient.get().uri(path, names).exchange((request, response) -> {
                if (!response.getStatusCode().is2xxSuccessful()) {
                    throw refusal(response.getStatusCode(), body(response));
                }
                try (InputStream bytes = response.getBody()) {
                    bytes.transferTo(begin.at(response.getHeaders().getContentLength()));
                }
                return true;
            });
        } catch (ResourceAccessException e) {
            throw silent(false, e);
        }
    }

    private JsonNode ask(RestClient client, HttpMethod method, @Nullable Object words, String path, Object... names) {
        boolean changes = method != HttpMethod.GET;
        try {
            RestClient.RequestBodySpec request = client.method(method).uri(path, names);
            if (words != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(words));
            }
            JsonNode answer = request.exchange((asked, response) -> {
                JsonNode body = body(response);
                if (!response.getStatusCode().is2xxSuccessful()) {
                    throw refusal(response.getStatusCode(), body);
                }
                return body;
            });
            return answer == null ? json.nullNode() : answer;
        } catch (ResourceAccessException e) {
            throw silent(changes, e);
        }
    }

    private JsonNode body(ClientHttpResponse response) throws IOException {
        byte[] bytes;
        try (InputStream stream = response.getBody()) {
            bytes = stream.readNBytes(LONGEST_ANSWER + 1);
        }
        if (bytes.length > LONGEST_ANSWER) {
            throw new IOException("The wire room says more than " + LONGEST_ANSWER + " bytes");
        }
        if (bytes.length == 0) {
            return json.nullNode();
        }
        try {
            return json.readTree(bytes);
        } catch (JacksonException e) {
            if (!response.getStatusCode().is2xxSuccessful()) {
                return json.nullNode();
            }
            throw new IOException("The wire room does not answer in JSON: " + response.getStatusCode(), e);
        }
    }

    private static RuntimeException refusal(HttpStatusCode status, JsonNode problem) {
        return switch (status.value()) {
            case 400, 404, 409, 410, 413, 422, 429 -> Said.no(status, problem);
            case 401, 403 -> {
                log.atError().addKeyValue("status", status.value()).log("The wire room does not know this service");
                yield Said.away("The wire room does not take orders from this service: their tokens differ."
                        + " Whoever runs the house has to look at both configurations.");
            }
            default -> {
                log.atWarn().addKeyValue("status", status.value()).log("The wire room is in trouble");
                yield Said.away("The wire room is in trouble (status " + status.value()
                        + "). What has come in is kept there; try again in a moment.");
            }
        };
    }

    private static RuntimeException silent(boolean changes, ResourceAccessException e) {
        log.atWarn().addKeyValue("reason", e.getMessage()).log("The wire room does not answer");
        if (changes && !Said.neverArrived(e)) {
            return Said.unknown("The wire room has not answered in time, and may have done it all the same."
                    + " Load the page again to see how things stand.");
        }
        return Said.away(
                "The wire room does not answer. What agencies send is not lost, and the rest of the desk works;"
                        + " try again in a moment.");
    }

    /// Where bytes go that are handed on.
    @FunctionalInterface
    interface Begin {
        OutputStream at(long length) throws IOException;
    }
}
