package org.broadsheet.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/// Stands between the library and the real Elasticsearch, so that a test can hang up on one question or on all.
final class Switchboard implements AutoCloseable {

    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "host", "content-length", "transfer-encoding", "expect", "upgrade");

    private final URI elasticsearch;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Predicate<String> hangsUpOn = question -> false;

    Switchboard(URI elasticsearch) {
        this.elasticsearch = elasticsearch;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::putThrough);
        server.setExecutor(workers);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Hangs up on questions such as `PUT /readers/_doc/publication`.
    void hangUpOn(Predicate<String> question) {
        hangsUpOn = question;
    }

    void hangUpOnAll() {
        hangUpOn(question -> true);
    }

    void putAllThrough() {
        hangUpOn(question -> false);
    }

    private void putThrough(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (hangsUpOn.test(exchange.getRequestMethod() + " " + exchange.getRequestURI())) {
                return;
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            elasticsearch.resolve(exchange.getRequestURI().toString()))
                    .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!HOP_BY_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!HOP_BY_HOP.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean silent = exchange.getRequestMethod().equals("HEAD") || answer.body().length == 0;
            exchange.sendResponseHeaders(answer.statusCode(), silent ? -1 : answer.body().length);
            if (!silent) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        http.close();
    }
}
