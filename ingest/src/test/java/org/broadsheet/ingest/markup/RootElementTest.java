package org.broadsheet.ingest.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RootElementTest {

    @Test
    void looksPastPrologCommentsAndDocumentType() {
        String xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- from the night desk -->
            <!DOCTYPE nitf SYSTEM "nitf-3-4.dtd" [<!ENTITY a "b">]>
            <nitf uno="1"/>
            """;

        assertThat(RootElement.of(bytes(xml))).isEqualTo(new RootElement("nitf", ""));
    }

    @Test
    void readsTheNamespaceOfItsOwnPrefix() {
        String xml = "<a:feed xmlns='urn:other' xmlns:a='http://www.w3.org/2005/Atom'>";

        assertThat(RootElement.of(bytes(xml))).isEqualTo(new RootElement("feed", "http://www.w3.org/2005/Atom"));
    }

    @Test
    void aMarkOfByteOrderAndEmptyLinesMayComeFirst() {
        byte[] sixteen = "\uFEFF<newsItem/>".getBytes(StandardCharsets.UTF_16LE);

        assertThat(RootElement.of(bytes("\uFEFF\r\n\n<newsItem guid='1'/>")))
                .isEqualTo(new RootElement("newsItem", ""));
        assertThat(RootElement.of(sixteen)).isEqualTo(new RootElement("newsItem", ""));
    }

    @Test
    void whatIsNoMarkupHasNone() {
        assertThat(RootElement.of(bytes("{\"uri\":\"urn:1\"}"))).isNull();
        assertThat(RootElement.of(bytes("<"))).isNull();
        assertThat(RootElement.of(bytes("<<<"))).isNull();
        assertThat(RootElement.of(new byte[0])).isNull();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
