package org.broadsheet.ops.command.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.ops.command.house.Trouble;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody signed in at the desk, as a browser is: with the sign-in form, a session cookie and the page's CSRF token.
public final class DeskSession implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final URI site;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String csrfHeader;
    private final String csrfToken;

    private DeskSession(URI site, String login, String password) {
        this.site = site;
        Document form = page("/desk/sign-in");
        Element field = form.selectFirst("input[name=_csrf]");
        if (field == null) {
            throw new Trouble("The desk's sign-in page has no form to sign in with.");
        }
        String fields = Map.of("login", login, "password", password, "_csrf", field.attr("value")).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> signedIn = send(HttpRequest.newBuilder(site.resolve("/desk/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
        String to = signedIn.headers().firstValue("Location").orElse("");
        if (signedIn.statusCode() != 302 || to.contains("/desk/sign-in")) {
            throw new Trouble(login + " is not let in at the desk with the password in demo-logins.txt.");
        }
        Document desk = page("/desk/wire");
        this.csrfHeader = meta(desk, "csrf-header");
        this.csrfToken = meta(desk, "csrf-token");
    }

    /// Signs in.
    ///
    /// @throws Trouble if the desk does not let them in
    public static DeskSession signIn(URI site, String login, String password) {
        return new DeskSession(site, login, password);
    }

    /// Asks for something.
    public Answer get(String path) {
        return answer(send(HttpRequest.newBuilder(site.resolve(path)).header("Accept", "application/json")));
    }

    /// Does something, with the words as JSON.
    public Answer post(String path, Object content) {
        return answer(send(HttpRequest.newBuilder(site.resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header(csrfHeader, csrfToken)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(content)))));
    }

    /// Puts something in the place of what is there.
    public Answer put(String path, Object content) {
        return answer(send(HttpRequest.newBuilder(site.resolve(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header(csrfHeader, csrfToken)
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(content)))));
    }

    private Document page(String path) {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(site.resolve(path)).header("Accept", "text/html"));
        if (response.statusCode() != 200) {
            throw new Trouble("The desk answers " + response.statusCode() + " for " + path + ".");
        }
        return Jsoup.parse(response.body(), site.toString());
    }

    private static String meta(Document page, String name) {
        Element meta = page.selectFirst("meta[name=" + name + "]");
        if (meta == null) {
            throw new Trouble("The desk's pages have no " + name + ".");
        }
        return meta.attr("content");
    }

    private static Answer answer(HttpResponse<String> response) {
        String body = response.body();
        return new Answer(response.statusCode(), body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest whole = request.timeout(WITHIN).build();
        try {
            return http.send(whole, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Trouble("The desk does not answer: " + whole.uri() + ". See: ops/broadsheet logs cms-web", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /// What the desk answers to a script.
    public record Answer(int status, JsonNode body) {

        /// The answer, if it is a yes.
        ///
        /// @param asked what was asked for, for the sentence if it is a no
        public JsonNode orTrouble(String asked) {
            if (status >= 300) {
                throw new Trouble("The desk did not " + asked + ": " + status + " " + body);
            }
            return body;
        }
    }
}
