package org.broadsheet.cms.intake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.broadsheet.cms.NewsroomTest;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A wire room that a test holds in its hand: it answers as the intake service does, keeps feeds, rules and a
/// quarantine, and can be told to fall silent.
public final class FakeIngest implements DisposableBean {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private final Map<String, ObjectNode> feeds = new LinkedHashMap<>();
    private final Map<String, ObjectNode> rules = new LinkedHashMap<>();
    private final List<ObjectNode> quarantine = new ArrayList<>();
    private final Map<String, byte[]> raw = new LinkedHashMap<>();
    private ArrayNode alarms = JSON.createArrayNode();
    private ArrayNode lately = JSON.createArrayNode();
    private ObjectNode lastReplay = JSON.createObjectNode()
            .put("asked", 0)
            .put("settled", 0)
            .put("still", 0)
            .put("running", false);
    private volatile int trouble;
    private volatile long slowMillis;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FakeIngest() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(hands);
        server.createContext("/", this::receive);
        server.start();
    }

    @Bean
    static DynamicPropertyRegistrar intakeAddress(FakeIngest ingest) {
        return registry -> {
            registry.add("broadsheet.cms.intake.address", () -> ingest.address().toString());
            registry.add("broadsheet.cms.intake.search", () -> ingest.address().toString());
            registry.add("broadsheet.cms.intake.fresh-for", () -> "0s");
            registry.add("broadsheet.cms.intake.answer-within", () -> "2s");
        };
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Everything forgotten, and in good health.
    public synchronized void startAfresh() {
        feeds.clear();
        rules.clear();
        quarantine.clear();
        raw.clear();
        alarms = JSON.createArrayNode();
        lately = JSON.createArrayNode();
        lastReplay = JSON.createObjectNode()
                .put("asked", 0)
                .put("settled", 0)
                .put("still", 0)
                .put("running", false);
        trouble = 0;
        slowMillis = 0;
        asked.clear();
    }

    /// Answers everything with this status from now on; 0 for good health, 1 to hang up.
    void isInTrouble(int status) {
        trouble = status;
    }

    /// Takes so long for each answer from now on.
    void takes(long millis) {
        slowMillis = millis;
    }

    synchronized void runs(String feed) {
        ObjectNode node = (ObjectNode) JSON.readTree(feed);
        feeds.put(node.path("name").asString(), node);
    }

    synchronized void routes(String rule) {
        ObjectNode node = (ObjectNode) JSON.readTree(rule);
        rules.put(node.path("id").asString(), node);
    }

    synchronized void holds(String payload, byte[] bytes) {
        ObjectNode node = (ObjectNode) JSON.readTree(payload);
        quarantine.addFirst(node);
        raw.put(node.path("id").asString(), bytes);
    }

    synchronized void rings(String alarm) {
        alarms.add(JSON.readTree(alarm));
    }

    synchronized void hasHad(String matched) {
        lately.add(JSON.readTree(matched));
    }

    synchronized JsonNode feed(String name) {
        return feeds.get(name);
    }

    synchronized List<String> order() {
        return List.copyOf(rules.keySet());
    }

    /// What was asked, as `PUT /api/feeds/northwind {…}`.
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void receive(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getRawPath();
        byte[] sent = exchange.getRequestBody().readAllBytes();
        String query = exchange.getRequestURI().getRawQuery();
        asked.add(method + " " + path + (query == null ? "" : "?" + query)
                + (sent.length == 0 ? "" : " " + new String(sent, StandardCharsets.UTF_8)));
        try {
            Thread.sleep(slowMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (trouble == 1) {
            exchange.close();
        } else if (trouble != 0) {
            answer(exchange, trouble, problem(trouble, "Trouble on purpose"));
        } else if (path.startsWith("/actuator/health")) {
            answer(exchange, 200, JSON.createObjectNode().put("status", "UP"));
        } else if (!("Bearer " + NewsroomTest.TOKEN)
                .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, problem(401, "Show the token of the house."));
        } else {
            JsonNode words = sent.length == 0 ? JSON.nullNode() : JSON.readTree(sent);
            List<String> steps = new ArrayList<>();
            for (String step : path.substring(1).split("/")) {
                steps.add(URLDecoder.decode(step, StandardCharsets.UTF_8));
            }
            route(exchange, method, steps, words, query == null ? "" : query);
        }
    }

    private synchronized void route(
            HttpExchange exchange, String method, List<String> steps, JsonNode words, String query) throws IOException {
        String what = steps.get(1);
        if (what.equals("alarms")) {
            answer(exchange, 200, alarms);
        } else if (what.equals("feeds")) {
            feeds(exchange, method, steps.subList(2, steps.size()), words);
        } else if (what.equals("quarantine")) {
            quarantine(exchange, method, steps.subList(2, steps.size()), words, query);
        } else if (what.equals("payloads") && raw.containsKey(steps.get(2))) {
            byte[] bytes = raw.get(steps.get(2));
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        } else if (what.equals("rules")) {
            rules(exchange, method, steps.subList(2, steps.size()), words);
        } else {
            answer(exchange, 404, problem(404, "There is no such thing."));
        }
    }

    private void feeds(HttpExchange exchange, String method, List<String> steps, JsonNode words) throws IOException {
        if (steps.isEmpty()) {
            ArrayNode all = JSON.createArrayNode();
            feeds.values().forEach(feed -> all.add(feed.deepCopy().without("history")));
            answer(exchange, 200, all);
            return;
        }
        String name = steps.getFirst();
        if (name.equals("transports")) {
            answer(exchange, 200, JSON.readTree(FakeIngestWords.TRANSPORTS));
            return;
        }
        ObjectNode feed = feeds.get(name);
        if (method.equals("PUT")) {
            put(exchange, name, feed, words);
        } else if (feed == null) {
            answer(exchange, 404, problem(404, "There is no feed " + name + "."));
        } else if (steps.size() == 1 && method.equals("GET")) {
            answer(exchange, 200, feed);
        } else if (steps.size() == 1) {
            feeds.remove(name);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } else {
            switch (steps.get(1)) {
                case "pause" -> answer(exchange, 200, feed.put("paused", true));
                case "resume" -> answer(exchange, 200, feed.put("paused", false));
                case "secret" -> answer(exchange, 200, JSON.createObjectNode().put("secret", FakeIngestWords.SECRET));
                case "test" -> answer(exchange, 200, JSON.readTree(FakeIngestWords.tried(name)));
                default -> answer(exchange, 404, problem(404, "There is no such thing."));
            }
        }
    }

    private void put(HttpExchange exchange, String name, ObjectNode feed, JsonNode words) throws IOException {
        long version = feed == null ? 0 : feed.path("version").asLong();
        if (version != words.path("version").asLong()) {
            answer(exchange, 409, problem(409, "Somebody else has changed this feed."));
            return;
        }
        String address = words.path("settings").path("address").asString("");
        if (words.path("transport").asString().equals("poll") && !address.startsWith("https://")) {
            ObjectNode problem = problem(422, "The feed stays as it was.");
            problem.putArray("faults")
                    .addObject()
                    .put("field", "settings.address")
                    .put("sentence", "An address to fetch from begins with https://.");
            answer(exchange, 422, problem);
            return;
        }
        ObjectNode kept = feed == null ? (ObjectNode) JSON.readTree(FakeIngestWords.newFeed(name)) : feed;
        kept.set("title", words.path("title"));
        kept.set("transport", words.path("transport"));
        kept.set("settings", words.path("settings"));
        kept.set("pollEvery", words.path("pollEvery"));
        kept.put("version", version + 1);
        ArrayNode set = (ArrayNode) kept.path("secretsSet");
        words.path("secrets").propertyNames().forEach(set::add);
        feeds.put(name, kept);
        ObjectNode told = kept.deepCopy();
        if (version == 0 && words.path("transport").asString().equals("push")) {
            set.add("signingSecret");
            told.put("secret", FakeIngestWords.SECRET);
        }
        answer(exchange, version == 0 ? 201 : 200, told);
    }

    private void quarantine(HttpExchange exchange, String method, List<String> steps, JsonNode words, String query)
            throws IOException {
        if (steps.isEmpty()) {
            String feed = query.contains("feed=") ? query.replaceFirst(".*feed=([^&]*).*", "$1") : "";
            ObjectNode page = JSON.createObjectNode();
            List<ObjectNode> of = quarantine.stream()
                    .filter(payload ->
                            feed.isEmpty() || payload.path("feed").asString().equals(feed))
                    .toList();
            page.put("total", of.size());
            ArrayNode payloads = page.putArray("payloads");
            of.forEach(payload -> payloads.add(payload.deepCopy().without("text")));
            answer(exchange, 200, page);
        } else if (steps.getFirst().equals("replay")) {
            if (method.equals("POST")) {
                String feed = words.path("feed").asString("");
                List<ObjectNode> of = quarantine.stream()
                        .filter(payload -> feed.isEmpty()
                                || payload.path("feed").asString().equals(feed))
                        .toList();
                List<ObjectNode> read =
                        of.stream().filter(FakeIngest::isReadable).toList();
                quarantine.removeAll(read);
                lastReplay = JSON.createObjectNode()
                        .put("asked", of.size())
                        .put("settled", read.size())
                        .put("still", of.size() - read.size())
                        .put("running", false);
                answer(
                        exchange,
                        202,
                        lastReplay.deepCopy().put("settled", 0).put("still", 0).put("running", true));
                return;
            }
            answer(exchange, 200, lastReplay);
        } else {
            onePayload(exchange, steps);
        }
    }

    private void onePayload(HttpExchange exchange, List<String> steps) throws IOException {
        ObjectNode payload = quarantine.stream()
                .filter(one -> one.path("id").asString().equals(steps.getFirst()))
                .findFirst()
                .orElse(null);
        if (payload == null) {
            answer(exchange, 404, problem(404, "Nothing of this name lies in quarantine."));
        } else if (steps.size() == 1) {
            answer(exchange, 200, payload);
        } else if (steps.get(1).equals("drop")) {
            quarantine.remove(payload);
            answer(exchange, 200, JSON.createObjectNode().put("state", "dropped"));
        } else if (isReadable(payload)) {
            quarantine.remove(payload);
            answer(
                    exchange,
                    200,
                    JSON.createObjectNode()
                            .put("state", "settled")
                            .put("reason", "")
                            .put("items", 1));
        } else {
            ObjectNode still = JSON.createObjectNode()
                    .put("state", "quarantined")
                    .put("reason", payload.path("reason").asString());
            still.putArray("items");
            answer(exchange, 200, still);
        }
    }

    private static boolean isReadable(ObjectNode payload) {
        return payload.path("reason").asString().contains("unknown format");
    }

    private void rules(HttpExchange exchange, String method, List<String> steps, JsonNode words) throws IOException {
        if (steps.isEmpty()) {
            ArrayNode all = JSON.createArrayNode();
            rules.values().forEach(all::add);
            answer(exchange, 200, all);
        } else if (steps.getFirst().equals("order")) {
            Map<String, ObjectNode> before = new LinkedHashMap<>(rules);
            rules.clear();
            words.path("ids").forEach(id -> rules.put(id.asString(), before.get(id.asString())));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } else if (steps.getFirst().equals("rehearsal")) {
            ObjectNode answer = JSON.createObjectNode().put("looked", 200).put("took", 12);
            ArrayNode matched = answer.putArray("matched");
            JsonNode feeds = words.path("rule").path("when").path("feeds");
            lately.forEach(item -> {
                if (feeds.isEmpty() || feeds.valueStream().anyMatch(feed -> feed.equals(item.path("feed")))) {
                    ObjectNode line = (ObjectNode) item.deepCopy();
                    line.set("would", words.path("rule").path("then"));
                    matched.add(line);
                }
            });
            answer(exchange, 200, answer);
        } else if (method.equals("DELETE")) {
            rules.remove(steps.getFirst());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } else {
            putRule(exchange, steps.getFirst(), words);
        }
    }

    private void putRule(HttpExchange exchange, String id, JsonNode words) throws IOException {
        ObjectNode rule = rules.get(id);
        long version = rule == null ? 0 : rule.path("version").asLong();
        if (version != words.path("version").asLong()) {
            answer(exchange, 409, problem(409, "Somebody else has changed this rule."));
        } else if (words.path("name").asString("").isBlank()) {
            ObjectNode problem = problem(422, "The rule stays as it was.");
            problem.putArray("faults").addObject().put("field", "name").put("sentence", "A rule has a name.");
            answer(exchange, 422, problem);
        } else {
            ObjectNode kept = (ObjectNode) words.deepCopy();
            kept.put("id", id).put("version", version + 1);
            rules.put(id, kept);
            answer(exchange, 200, kept);
        }
    }

    private static ObjectNode problem(int status, String detail) {
        return JSON.createObjectNode()
                .put("status", status)
                .put("title", "Refused")
                .put("detail", detail);
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders()
                .add("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void destroy() {
        server.stop(0);
        hands.shutdownNow();
    }
}
