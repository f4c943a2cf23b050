package org.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is meant to hurt, in every format: each ends in a sentence or is read as far as it makes sense, and the good
/// feed beside it does not notice.
class HostileIntakeTest {

    private static final int DEEP = 1_000_000;
    private static final long HEAP_MAY_GROW = 96L << 20;
    private static final String SECRET = "the-secret-of-the-house";

    private static final Map<String, String> SEEDS = Map.ofEntries(
            Map.entry("newsmlg2", "newsmlg2/text-item.xml"),
            Map.entry("newsml1", "newsml1/story.xml"),
            Map.entry("nitf", "nitf/story.xml"),
            Map.entry("rss", "rss/feed.xml"),
            Map.entry("atom", "atom/feed.xml"),
            Map.entry("ninjs", "ninjs/story.json"),
            Map.entry("jsonfeed", "jsonfeed/feed.json"),
            Map.entry("anpa", "anpa/write-through.txt"),
            Map.entry("iptc7901", "iptc7901/story.txt"),
            Map.entry("picture", "picture/harbour.jpg"));

    private static final List<String> XML = List.of("newsmlg2", "newsml1", "nitf", "rss", "atom");
    /// Feeds are read entry by entry, with whatever one of them got wrong.
    private static final List<String> FEEDS = List.of("rss", "atom");

    private static final List<String> JSON = List.of("ninjs", "jsonfeed");

    @TempDir
    Path root;

    @TempDir
    Path elsewhere;

    @Test
    void whatIsHostileIsRefusedInASentenceWhileTheGoodFeedGoesOn() throws IOException {
        Path secret = Files.writeString(elsewhere.resolve("secret.txt"), SECRET);
        Map<String, byte[]> refused = new LinkedHashMap<>();
        Map<String, byte[]> readOrRefused = new LinkedHashMap<>();
        for (String format : XML) {
            String good = seed(format);
            refused.put(
                    format + "-external-entity.xml", bytes(entity(good, "x SYSTEM \"" + secret.toUri() + "\"", "&x;")));
            refused.put(format + "-bomb.xml", bytes(bomb(good)));
            refused.put(format + "-deep.xml", bytes(good.substring(0, rootEnd(good)) + "<a>".repeat(DEEP)));
            refused.put(format + "-truncated.xml", bytes(good.substring(0, good.length() / 2)));
            Map<String, byte[]> withNul = FEEDS.contains(format) ? readOrRefused : refused;
            withNul.put(format + "-nul.xml", bytes(good.replace("ees", "e\u0000s")));
        }
        for (String format : JSON) {
            String good = seed(format);
            refused.put(format + "-truncated.json", bytes(good.substring(0, good.length() / 2)));
            refused.put(
                    format + "-deep.json", bytes(good.substring(0, good.length() - 2) + ",\"x\":" + "[".repeat(DEEP)));
        }
        refused.put("nothing.bin", new byte[100_000]);
        refused.put("cut.jpg", java.util.Arrays.copyOf(seedBytes("picture"), 40));
        refused.put("soh-only.txt", bytes("\u0016\u0016\u0001\u0002\u0003"));

        for (String format : JSON) {
            readOrRefused.put(format + "-nul.json", bytes(seed(format).replace("arbour", "ar\\u0000bour")));
            readOrRefused.put(format + "-half.json", bytes(seed(format).replace("arbour", "ar\\ud800bour")));
            readOrRefused.put(
                    format + "-latin.json",
                    seed(format).replace("arbour", "arb\u00F8r").getBytes(StandardCharsets.ISO_8859_1));
            readOrRefused.put(format + "-wide.json", seed(format).getBytes(StandardCharsets.UTF_16));
        }
        for (String format : List.of("anpa", "iptc7901")) {
            String good = seed(format);
            readOrRefused.put(
                    format + "-nul.txt", good.replace("arbour", "ar\u0000bour").getBytes(StandardCharsets.ISO_8859_1));
            readOrRefused.put(format + "-truncated.txt", bytes(good.substring(0, good.length() - 20)));
            readOrRefused.put(format + "-rubbish.txt", bytes(good + "\u0080\u0081\u00FF\u009D".repeat(1_000)));
        }
        readOrRefused.put(
                "deep-html.xml",
                bytes(seed("rss").replace("<p>Fees <b>rise</b>", "<div>".repeat(DEEP) + "Fees <b>rise</b>")));
        readOrRefused.put("label-lies.xml", bytes(seed("nitf").replace("UTF-8", "UTF-16")));

        try (WireRoom room = new WireRoom(root).open()) {
            room.drop("good", "before.xml", story("before"));
            assertThat(state(room.finished("good", "before.xml"))).isEqualTo("settled");
            long before = heap();

            refused.forEach((name, content) -> room.drop("bad", name, content));
            readOrRefused.forEach((name, content) -> room.drop("bad", name, content));
            for (int i = 0; i < 20; i++) {
                room.drop("good", "good-" + i + ".xml", story("good-" + i));
            }

            List<String> wrong = new ArrayList<>();
            refused.keySet().forEach(name -> {
                JsonNode receipt = room.finished("bad", name);
                if (!state(receipt).equals("quarantined")) {
                    wrong.add(name + " was " + state(receipt));
                } else {
                    wrong.addAll(faults(name, receipt.get("reason").asString()));
                }
            });
            readOrRefused.keySet().forEach(name -> {
                JsonNode receipt = room.finished("bad", name);
                if (state(receipt).equals("quarantined")) {
                    wrong.addAll(faults(name, receipt.get("reason").asString()));
                }
            });
            assertThat(wrong).isEmpty();
            for (int i = 0; i < 20; i++) {
                assertThat(state(room.finished("good", "good-" + i + ".xml"))).isEqualTo("settled");
            }
            assertThat(room.log().toString()).doesNotContain(SECRET, "lollollol");
            assertThat(room.log().stream()
                            .filter(entry -> entry.at("/item/feed").asString().equals("good")))
                    .hasSize(21);
            assertThat(heap() - before).as("heap kept after it").isLessThan(HEAP_MAY_GROW);
        }
    }

    @Test
    void twoFeedsMayUseTheSameGuidWithoutTakingEachOthersPlace() {
        String dispatch =
                "\u0001a0123\u001Fnwgen\nu f BC-HARBOUR--Fees 11-25 0120\n\u0002\tVASTHOLM _ From %s.\n\u0003";
        try (WireRoom room = new WireRoom(root).open()) {
            for (String feed : List.of("north", "south")) {
                room.drop(feed, "feed.xml", seed("rss").replace("Fees rise.", "From " + feed + "."));
                room.drop(feed, "dispatch.txt", dispatch.formatted(feed));
            }
            for (String feed : List.of("north", "south")) {
                assertThat(state(room.finished(feed, "feed.xml"))).isEqualTo("settled");
                assertThat(state(room.finished(feed, "dispatch.txt"))).isEqualTo("settled");
            }

            for (String feed : List.of("north", "south")) {
                List<JsonNode> own = room.log().stream()
                        .map(entry -> entry.get("item"))
                        .filter(item -> item.get("provider").asString().equals(feed))
                        .toList();
                assertThat(own).as(feed).hasSize(4);
                assertThat(own)
                        .allSatisfy(
                                item -> assertThat(item.get("feed").asString()).isEqualTo(feed));
                assertThat(own.toString()).contains("From " + feed + ".");
            }
        }
    }

    private static List<String> faults(String name, String reason) {
        List<String> faults = new ArrayList<>();
        if (reason.length() < 15 || reason.length() > 500) {
            faults.add(name + " is refused in " + reason.length() + " characters: " + reason);
        }
        for (String leak : List.of("Exception", "StackOverflow", "reader failed", SECRET)) {
            if (reason.contains(leak)) {
                faults.add(name + " says " + reason);
            }
        }
        return faults;
    }

    private static String state(JsonNode receipt) {
        return receipt.get("state").asString();
    }

    private static long heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static int rootEnd(String xml) {
        int root = xml.startsWith("<?xml") ? xml.indexOf('<', xml.indexOf("?>")) : 0;
        return xml.indexOf('>', root) + 1;
    }

    private static String entity(String xml, String declaration, String use) {
        int root = xml.startsWith("<?xml") ? xml.indexOf('<', xml.indexOf("?>")) : 0;
        String name = xml.substring(root + 1, root + 1 + xml.substring(root + 1).indexOf(rootDivider(xml, root)));
        return xml.substring(0, root) + "<!DOCTYPE " + name + " [<!ENTITY " + declaration + ">]>"
                + xml.substring(root)
                        .replace("ees rise", "ees " + use + " rise")
                        .replace("'s president", use);
    }

    private static String rootDivider(String xml, int root) {
        int blank = xml.indexOf(' ', root);
        int close = xml.indexOf('>', root);
        return blank < close ? " " : ">";
    }

    private static String bomb(String xml) {
        StringBuilder declarations = new StringBuilder("lol0 \"lol\"");
        for (int i = 1; i <= 9; i++) {
            declarations
                    .append("><!ENTITY lol")
                    .append(i)
                    .append(" \"")
                    .append(("&lol" + (i - 1) + ";").repeat(10))
                    .append('"');
        }
        return entity(xml, declarations.toString(), "&lol9;");
    }

    private static String story(String guid) {
        return WireRoom.sample("pyongyang-pact.xml").replace("pact-text", guid);
    }

    private static String seed(String format) {
        return new String(seedBytes(format), StandardCharsets.UTF_8);
    }

    private static byte[] seedBytes(String format) {
        try (InputStream in = HostileIntakeTest.class.getResourceAsStream("/fuzz/" + SEEDS.get(format))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
