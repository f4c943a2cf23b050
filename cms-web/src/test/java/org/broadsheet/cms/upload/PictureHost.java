package org.broadsheet.cms.upload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A host on the Internet that has pictures, and other things.
final class PictureHost implements AutoCloseable {

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    PictureHost() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    interface Answer {
        void to(HttpExchange exchange) throws Exception;
    }

    String name() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String address(String path) {
        return "http://" + name() + path;
    }

    void on(String path, Answer answer) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                answer.to(exchange);
            } catch (Exception e) {
                // Whoever asked has gone.
            }
        });
    }

    void gives(String path, String type, byte[] bytes) {
        on(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    void leadsTo(String path, String address) {
        on(path, exchange -> {
            exchange.getResponseHeaders().set("Location", address);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    /// Sends the bytes over and over, and says nothing of how many there are.
    void givesWithoutEnd(String path, byte[] begins, byte[] goesOn, long pauseMillis) {
        on(path, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write(begins);
            for (int i = 0; i < 10_000; i++) {
                out.write(goesOn);
                out.flush();
                Thread.sleep(pauseMillis);
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
