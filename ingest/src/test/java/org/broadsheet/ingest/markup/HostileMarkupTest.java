package org.broadsheet.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.ingest.format.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMarkupTest {

    private static final int LARGEST = 10_000_000;
    private static final long MEGABYTE = 1024 * 1024;

    private final MarkupReader reader = new MarkupReader(LARGEST);

    @Test
    void aMillionElementsInEachOtherAreRefusedAtOnceAndHoldNothing() {
        byte[] deep = ("<d>".repeat(1_000_000) + "x" + "</d>".repeat(1_000_000)).getBytes(StandardCharsets.US_ASCII);

        long held = allocated(() -> assertThatThrownBy(() -> reader.read(deep, remark -> {}))
                .isInstanceOf(Unreadable.class)
                .hasMessage("Elements stand more than 200 deep in each other"));

        assertThat(held).isLessThan(4 * MEGABYTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<p><b>", "<i><p>", "<b><i><u><p>", "<a><table>", "<ul><li>", "<font color=red>"})
    void aMillionTagsOfHtmlLeftOpenAreRefusedBeforeAnythingIsBuilt(String tags) {
        String html = tags.repeat(1_000_000 / tags.length() * 3) + "deep";

        long held = allocated(() -> assertThatThrownBy(() -> HtmlReader.read(html))
                .isInstanceOf(Unreadable.class)
                .hasMessageMatching("The HTML (has|leaves) .*"));

        assertThat(held).isLessThan(64 * MEGABYTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<a href=x>"})
    void htmlThatIsTooDeepForAnyStoryKeepsItsWords(String tags) throws Exception {
        String html = "<p>First</p>" + tags.repeat(600) + "deep";

        assertThat(new BodyReader()
                        .read(HtmlReader.read(html)).stream()
                                .map(block -> block.plainText().strip())
                                .toList())
                .contains("First")
                .last()
                .asString()
                .contains("deep");
    }

    @Test
    void thousandsOfLineBreaksBetweenElementsAreHeldOnce() throws Exception {
        byte[] wide = ("<r>" + "\n        <e/>".repeat(100_000) + "</r>").getBytes(StandardCharsets.US_ASCII);

        Markup.Element root = reader.read(wide, remark -> {});

        assertThat(root.content().getFirst()).isSameAs(root.content().get(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        <!DOCTYPE r [<!ENTITY a "x">]><r>&a;</r>                             | declares entities
        <!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]><r>&a;</r>   | declares entities
        <!DOCTYPE r [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x"> %a;]><r/>   | declares entities
        <!DOCTYPE r [<!ATTLIST r a CDATA "x">]><r/>                          | declares entities
        <r>&nobody;</r>                                                      | Undeclared general entity "nobody"
        <r><a>x</r>                                                          | Not well-formed XML
        <r                                                                   | Not well-formed XML
        <r>x                                                                 | Not well-formed XML
        <r a="1" a="2"/>                                                     | Not well-formed XML
        <r/>trailing                                                         | Not well-formed XML
        <r>&#0;</r>                                                          | Not well-formed XML
        <?xml version="1.0" encoding="no-such-charset"?><r/>                 | Not well-formed XML
        """)
    void whatIsNoXmlIsRefusedWithASentence(String xml, String reason) {
        assertThatThrownBy(() -> reader.read(xml.getBytes(StandardCharsets.UTF_8), remark -> {}))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, ''",
        "ISO-8859-1, ISO-8859-1, ''",
        "ISO-8859-1, windows-1252, ''",
        "ISO-8859-1, UTF-8, declares ISO-8859-1",
        "US-ASCII, UTF-8, declares US-ASCII",
        "windows-1252, UTF-8, declares windows-1252",
        "UTF-16, UTF-16, ''",
        "UTF-16, UTF-16LE, ''",
    })
    void aCharsetThatCannotBeIsNotBelieved(String declared, String real, String remarked) throws Exception {
        String said = real.equals("ISO-8859-1") ? "Ørsted" : "Ørsted — “æble”";
        String bom = real.equals("UTF-16LE") ? "\uFEFF" : "";
        byte[] bytes = (bom + "<?xml version=\"1.0\" encoding=\"" + declared + "\"?><r>" + said + "</r>")
                .getBytes(Charset.forName(real));
        List<String> remarks = new ArrayList<>();

        assertThat(reader.read(bytes, remarks::add).words()).isEqualTo(said);
        assertThat(String.join("", remarks)).contains(remarked);
    }

    @Test
    void nulsAndHalvesOfFilesAreRefused() {
        byte[] good = "<r><p a='1'>One</p><p>Two Ø</p></r>".getBytes(StandardCharsets.UTF_8);
        for (int end = 0; end < good.length; end++) {
            byte[] half = Arrays.copyOf(good, end);
            assertThatThrownBy(() -> reader.read(half, remark -> {}))
                    .as("%d bytes", end)
                    .isInstanceOf(Unreadable.class);
            byte[] nul = good.clone();
            nul[end] = 0;
            assertThatThrownBy(() -> reader.read(nul, remark -> {}))
                    .as("NUL at %d", end)
                    .isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void tooManyBytesElementsOrAttributesAreRefused() {
        assertThatThrownBy(() -> new MarkupReader(10).read("<r>12345678</r>".getBytes(StandardCharsets.UTF_8), r -> {}))
                .hasMessage("The XML has 15 bytes; at most 10 are read");
        assertThatThrownBy(() -> reader.read(
                        ("<r>" + "<e/>".repeat(600_000) + "</r>").getBytes(StandardCharsets.UTF_8), r -> {}))
                .isInstanceOf(Unreadable.class);
        StringBuilder attributes = new StringBuilder("<r");
        for (int i = 0; i < 1_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        byte[] many = attributes.append("/>").toString().getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> reader.read(many, r -> {})).isInstanceOf(Unreadable.class);
    }

    /// How many bytes this thread asked for while something ran.
    private static long allocated(Runnable what) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        what.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
