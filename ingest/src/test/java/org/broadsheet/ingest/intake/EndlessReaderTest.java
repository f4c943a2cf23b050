package org.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.ingest.WireRoom;
import org.broadsheet.ingest.payload.RawBytes;
import org.broadsheet.ingest.payload.Receipt;
import org.broadsheet.ingest.payload.Receipts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndlessReaderTest {

    @TempDir
    Path root;

    @Test
    void aPayloadThatIsReadWithoutEndIsPutAsideAndTheOthersAreRead() {
        try (WireRoom wireRoom = new WireRoom(root)
                        .with("broadsheet.ingest.folder.look-every", "1h")
                        .open();
                ReadingRoom readers = new ReadingRoom(
                        wireRoom.part(PayloadReader.class), wireRoom.part(RawBytes.class), Duration.ofSeconds(2))) {
            List<Receipt> receipts = List.of(
                    received(wireRoom, "good.txt", "%TEST% good"),
                    received(wireRoom, "endless.txt", "%TEST% NEVER-ENDS"));

            List<ReadPayload> read = readers.read(receipts);

            assertThat(read).extracting(payload -> payload.receipt().name()).containsExactly("good.txt", "endless.txt");
            assertThat(read.getFirst().reason()).isNull();
            assertThat(read.getLast().reason()).contains("did not come to an end within 2 seconds");
            assertThat(readers.read(receipts.subList(0, 1)).getFirst().reason()).isNull();
        }
    }

    /// Enters it as finished, so that the service's own desk leaves it alone.
    private static Receipt received(WireRoom room, String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Receipts receipts = room.part(Receipts.class);
        org.springframework.jdbc.core.simple.JdbcClient.create(room.database().dataSource())
                .sql("insert into raw_bytes (hash, size, bytes) values (?, ?, ?)")
                .params(PictureHash.of(bytes).value(), (long) bytes.length, bytes)
                .update();
        long id = receipts.refuse("nord", name, PictureHash.of(bytes).value(), bytes.length, "by hand");
        return receipts.one(id).orElseThrow();
    }
}
