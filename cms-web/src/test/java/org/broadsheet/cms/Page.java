package org.broadsheet.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Opens a page as a reader does.
public final class Page {

    private Page() {}

    /// The page under an address, which has to be there.
    public static Document open(MockMvcTester site, String address) {
        MvcTestResult answer = site.get().uri(address).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return of(answer);
    }

    /// The page in an answer.
    public static Document of(MvcTestResult answer) {
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
