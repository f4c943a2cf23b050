package org.broadsheet.ingest.anpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;

class HostileDispatchTest {

    private static final String GOOD = Wires.anpa(
            "a0123",
            "u f BC-HARBOUR--Fees 11-25 0120",
            "^BC-HARBOUR--Fees,120<\n^Fees rise<\n\tVASTHOLM (Northwind) _ Text.\n");

    @Test
    void aDispatchCutAnywhereIsReadAsFarAsItCame() {
        for (int length = 0; length <= GOOD.length(); length++) {
            Copy copy = Wires.copy(GOOD.substring(0, length));
            assertThatCode(() -> readIfRecognised(copy)).as("cut at %d", length).doesNotThrowAnyException();
        }
    }

    @Test
    void rubbishBehindAHeadingIsNoException() {
        Random random = new Random(7901);
        for (int round = 0; round < 400; round++) {
            byte[] rubbish = new byte[random.nextInt(3_000)];
            random.nextBytes(rubbish);
            for (String heading :
                    List.of("\u0001a0123\u001Fnw\nu f BC-X 11-25\n\u0002", "\u0001nwe0007 4 s 60\nA/\n\u0002")) {
                byte[] head = heading.getBytes(StandardCharsets.ISO_8859_1);
                byte[] bytes = Arrays.copyOf(head, head.length + rubbish.length);
                System.arraycopy(rubbish, 0, bytes, head.length, rubbish.length);
                assertThatCode(() -> readIfRecognised(Wires.copy(bytes))).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void nulsAreLeftOutAndSaid() throws Exception {
        WireItem item = Wires.one(Wires.ANPA, GOOD.replace("Text.", "Te\u0000xt\u0000."));

        assertThat(item.body().plainText()).isEqualTo("Text.");
        assertThat(item.remarks()).contains("Control characters left out of its text: 2");
    }

    @Test
    void fiftyMegabytesWithoutALineBreakTakeSeconds() {
        String endless = "word ".repeat(10_000_000);

        assertTimeout(Duration.ofSeconds(40), () -> {
            WireItem item = Wires.one(Wires.ANPA, Wires.anpa("a0123", "u f BC-HARBOUR--Fees 11-25", "\t" + endless));
            assertThat(item.body().plainText()).hasSize(endless.length() - 1);
            assertThat(Wires.ANPA.recognises(Wires.copy(endless))).isFalse();
            assertThat(Wires.IPTC.recognises(Wires.copy(endless))).isFalse();
        });
    }

    @Test
    void moreDispatchesThanAPayloadMayHoldAreSaidToBeUnread() throws Exception {
        String many = "\u0001a0123\u001Fnw\nu f BC-X 11-25\n\u0002\tA\u0003".repeat(Dispatches.MOST + 1);
        Reading.Items read = (Reading.Items) Wires.ANPA.read(Wires.copy(many));

        assertThat(read.items()).hasSize(Dispatches.MOST);
        assertThat(read.unread())
                .containsExactly("It holds more than 20000 dispatches; those behind them were not read");
    }

    private static void readIfRecognised(Copy copy) throws Unreadable {
        for (Format format : List.of(Wires.ANPA, Wires.IPTC)) {
            if (format.recognises(copy)) {
                format.read(copy);
            }
        }
    }
}
