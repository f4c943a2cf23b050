package org.broadsheet.ingest.fetch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An agency's web server on this machine, that does what a test tells it and remembers who asked for what.
public final class Sender implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Conduct> conduct = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public interface Conduct {
        void answer(HttpExchange call) throws IOException;
    }

    public record Asked(String method, String path, String query, Headers headers, String body) {}

    public Sender() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", call -> {
            String query = call.getRequestURI().getRawQuery();
            asked.add(new Asked(
                    call.getRequestMethod(),
                    call.getRequestURI().getPath(),
                    query == null ? "" : query,
                    call.getRequestHeaders(),
                    new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            try (call) {
                Conduct own = conduct.get(call.getRequestURI().getPath());
                if (own == null) {
                    call.sendResponseHeaders(404, -1);
                } else {
                    own.answer(call);
                }
            }
        });
        server.start();
    }

    public Sender at(String path, Conduct does) {
        conduct.put(path, does);
        return this;
    }

    public Sender at(String path, String body, String... headers) {
        return at(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Sender at(String path, byte[] body, String... headers) {
        return at(path, call -> send(call, 200, body, headers));
    }

    public static void send(HttpExchange call, int status, byte[] body, String... headers) throws IOException {
        for (int i = 0; i < headers.length; i += 2) {
            call.getResponseHeaders().add(headers[i], headers[i + 1]);
        }
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            call.getResponseBody().write(body);
        }
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public List<Asked> asked() {
        return asked;
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(one -> one.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
