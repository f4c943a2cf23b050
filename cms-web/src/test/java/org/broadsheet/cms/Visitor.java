package org.broadsheet.cms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who opens our pages with a browser's manners: keeps cookies, sends the page's token, follows no redirect.
public final class Visitor {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern META = Pattern.compile("name=\"csrf-token\"[^>]*content=\"([^\"]+)\"");
    private static final Pattern META_HEADER = Pattern.compile("name=\"csrf-header\"[^>]*content=\"([^\"]+)\"");

    private final int port;
    private final String token;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private String csrfHeader = "X-CSRF-TOKEN";
    private String csrfToken = "";

    public Visitor(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /// Opens the sign-in page, fills it in and sends it.
    public Answer signIn(String login, String password) {
        Answer page = get("/desk/sign-in");
        Matcher field = FIELD.matcher(page.body());
        if (!field.find()) {
            throw new AssertionError("The sign-in page has no _csrf field: " + page);
        }
        Answer answer = form("/desk/sign-in", Map.of("login", login, "password", password, "_csrf", field.group(1)));
        if (answer.status() == 302 && answer.header("Location").endsWith("/desk")) {
            readToken("/desk/wire");
        }
        return answer;
    }

    /// Opens a page of the desk and takes its token, as a script does.
    public void readToken(String path) {
        Answer page = get(path);
        Matcher meta = META.matcher(page.body());
        Matcher header = META_HEADER.matcher(page.body());
        if (!meta.find() || !header.find()) {
            throw new AssertionError(path + " has no csrf-token: " + page);
        }
        csrfToken = meta.group(1);
        csrfHeader = header.group(1);
    }

    /// Goes to another port with the same cookies, as a browser does when a service has started anew.
    public Visitor at(int otherPort) {
        Visitor other = new Visitor(otherPort, token);
        cookies.getCookieStore().getCookies().forEach(cookie -> {
            HttpCookie same = new HttpCookie(cookie.getName(), cookie.getValue());
            same.setPath(cookie.getPath());
            same.setVersion(0);
            other.cookies.getCookieStore().add(URI.create("http://127.0.0.1:" + otherPort + "/desk"), same);
        });
        other.csrfToken = csrfToken;
        other.csrfHeader = csrfHeader;
        return other;
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, String json) {
        return send(request(path, "Content-Type", "application/json", csrfHeader, csrfToken)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json) {
        return send(request(path, "Content-Type", "application/json", csrfHeader, csrfToken)
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /// The page's token as a line of a request's head.
    public String csrf() {
        return csrfHeader + ": " + csrfToken;
    }

    /// Sends a piece of a file to where its upload stands.
    public Answer patch(String path, long offset, byte[] piece) {
        return send(request(
                        path,
                        "Content-Type",
                        "application/octet-stream",
                        "Upload-Offset",
                        Long.toString(offset),
                        csrfHeader,
                        csrfToken)
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(piece)));
    }

    public Answer delete(String path) {
        return send(request(path, csrfHeader, csrfToken).DELETE());
    }

    public Answer form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpResponse<byte[]> bytes(String path) {
        try {
            return http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public HttpClient http() {
        return http;
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    /// What came back.
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(body());
        }

        @Override
        public String toString() {
            return status() + " " + body();
        }
    }
}
