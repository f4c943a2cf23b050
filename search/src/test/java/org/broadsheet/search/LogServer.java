package org.broadsheet.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.broadsheet.core.log.LogEntry;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.log.ServiceToken;
import tools.jackson.databind.json.JsonMapper;

/// A log over HTTP as its service would serve it: ordered, with long polls, for those who show the token.
final class LogServer<E extends LogEntry> implements AutoCloseable {

    private final JsonMapper json = JsonMapper.shared();
    private final ServiceToken token;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<E> entries = new ArrayList<>();
    private boolean closed;

    LogServer(ServiceToken token) {
        this.token = token;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/log", this::answer);
        server.setExecutor(workers);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized E append(LongFunction<E> entry) {
        E line = entry.apply(entries.size() + 1);
        entries.add(line);
        notifyAll();
        return line;
    }

    synchronized List<E> entries() {
        return List.copyOf(entries);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!token.isShownBy(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            Map<String, String> asked = new HashMap<>();
            for (String pair : exchange.getRequestURI().getQuery().split("&")) {
                asked.put(pair.split("=")[0], pair.split("=")[1]);
            }
            byte[] page = json.writeValueAsBytes(page(
                    Integer.parseInt(asked.get("after")),
                    Integer.parseInt(asked.get("limit")),
                    Integer.parseInt(asked.get("wait"))));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized LogPage<E> page(int after, int limit, int wait) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(wait);
        while (entries.size() == after && !closed) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return new LogPage<>(
                after >= entries.size() ? List.of() : entries.subList(after, Math.min(entries.size(), after + limit)),
                entries.size());
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        server.stop(0);
        workers.shutdownNow();
    }
}
