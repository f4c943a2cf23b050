package org.broadsheet.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.ingest.WireRoom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PickUpTest {

    @TempDir
    Path root;

    @TempDir
    Path elsewhere;

    @Test
    void aFileThatIsStillBeingWrittenIsLeftAloneUntilItIsWhole() throws Exception {
        byte[] story = WireRoom.sampleBytes("pyongyang-pact.xml");
        try (WireRoom room = new WireRoom(root)
                .with("broadsheet.ingest.folder.patience", "5s")
                .open()) {
            Path file = room.feed("nord").resolve("slow.xml");
            for (int i = 0; i < 4; i++) {
                int from = story.length * i / 4;
                int to = story.length * (i + 1) / 4;
                Files.write(
                        file,
                        java.util.Arrays.copyOfRange(story, from, to),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                Thread.sleep(300);
                if (i < 3) {
                    assertThat(room.receipts("nord", "slow.xml")).isEmpty();
                }
            }

            assertThat(room.finished("nord", "slow.xml").get("state").asString())
                    .isEqualTo("settled");
            assertThat(room.receipts("nord", "slow.xml")).hasSize(1);
        }
    }

    @Test
    void filesWithUnfinishedNamesLinksAndFoldersAreNotTouched() throws Exception {
        try (WireRoom room = new WireRoom(root).open()) {
            Path feed = room.feed("nord");
            Path outside = Files.writeString(elsewhere.resolve("outside.xml"), WireRoom.sample("pact-photo.xml"));
            Files.writeString(feed.resolve("a.xml.part"), "<half");
            Files.writeString(feed.resolve(".hidden.xml"), "<half");
            Files.createSymbolicLink(feed.resolve("link.xml"), outside);
            Files.createDirectories(feed.resolve("folder.xml"));
            room.drop("nord", "pact.xml", WireRoom.sample("pyongyang-pact.xml"));
            room.finished("nord", "pact.xml");

            assertThat(room.get("/api/receipts")).hasSize(1);
            assertThat(feed.resolve("a.xml.part")).exists();
            assertThat(feed.resolve(".hidden.xml")).exists();
            assertThat(outside).exists();
        }
    }

    @Test
    void aThousandFilesAtOnceAreEachSettledOnce() {
        try (WireRoom room = new WireRoom(root).open()) {
            String story = WireRoom.sample("pyongyang-pact.xml");
            IntStream.range(0, 1_000)
                    .forEach(i -> room.drop(
                            "nord", "story-" + i + ".xml", story.replace("2026:pact-text", "2026:story-" + i)));

            WireRoom.waitFor(() -> done(room), files -> assertThat(files).hasSize(1_000));

            assertThat(room.get("/api/log").get("end").asLong()).isEqualTo(1_000);
            assertThat(room.get("/api/quarantine").get("payloads")).isEmpty();
        }
    }

    @Test
    void theSameBytesUnderAnotherNameAreARepeatWithAReceiptOfTheirOwn() {
        try (WireRoom room = new WireRoom(root).open()) {
            room.drop("nord", "one.xml", WireRoom.sample("pyongyang-pact.xml"));
            room.finished("nord", "one.xml");
            room.drop("nord", "two.xml", WireRoom.sample("pyongyang-pact.xml"));

            JsonNode second = room.finished("nord", "two.xml");

            assertThat(second.get("state").asString()).isEqualTo("settled");
            assertThat(second.at("/items/0/outcome").asString()).isEqualTo("repeat");
            assertThat(room.log()).hasSize(1);
        }
    }

    @Test
    void theSameFileDroppedAgainKeepsBothInDone() {
        try (WireRoom room = new WireRoom(root).open()) {
            room.drop("nord", "one.xml", WireRoom.sample("pyongyang-pact.xml"));
            WireRoom.waitFor(() -> done(room), files -> assertThat(files).hasSize(1));
            room.drop("nord", "one.xml", WireRoom.sample("pyongyang-pact.xml"));

            WireRoom.waitFor(() -> done(room), files -> assertThat(files).hasSize(2));
            assertThat(room.receipts("nord", "one.xml")).hasSize(2);
            assertThat(room.log()).hasSize(1);
        }
    }

    @Test
    void aFileBeyondTheLimitIsRefusedWithoutBeingHeld() throws Exception {
        try (WireRoom room = new WireRoom(root)
                .with("broadsheet.ingest.folder.largest", "1MB")
                .open()) {
            room.drop("nord", "huge.xml", "x".repeat(2_000_000).getBytes(StandardCharsets.UTF_8));

            JsonNode receipt = room.finished("nord", "huge.xml");

            assertThat(receipt.get("state").asString()).isEqualTo("quarantined");
            assertThat(receipt.get("reason").asString())
                    .isEqualTo("The file has 2,000,000 bytes; at most 1,048,576 are taken");
            WireRoom.waitFor(
                    () -> room.feed("nord").resolve("failed/huge.xml"),
                    file -> assertThat(file).hasSize(2_000_000));
        }
    }

    private static List<Path> done(WireRoom room) {
        try (var files = Files.list(room.feed("nord").resolve("done"))) {
            return files.toList();
        } catch (java.io.IOException e) {
            return List.of();
        }
    }
}
