package org.broadsheet.cms.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.broadsheet.cms.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A browser that sends a file.
final class Sending {

    static final String UPLOADS = "/desk/api/uploads";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Visitor visitor;

    Sending(Visitor visitor) {
        this.visitor = visitor;
    }

    static String file(String name, long size, Long lastModified, String head) {
        ObjectNode file =
                JSON.createObjectNode().put("name", name).put("size", size).put("type", "image/jpeg");
        if (lastModified != null) {
            file.put("lastModified", lastModified);
        }
        if (head != null) {
            file.put("head", head);
        }
        return file.toString();
    }

    /// Announces a file; where its upload is.
    String begin(String name, long size) {
        Visitor.Answer begun = visitor.post(UPLOADS, file(name, size, null, null));
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        assertThat(begun.json().path("offset").asLong()).isZero();
        return UPLOADS + "/" + begun.json().path("id").asString();
    }

    /// Sends a whole file in pieces; the last answer.
    JsonNode whole(String name, byte[] file, int piece) {
        String upload = begin(name, file.length);
        JsonNode answer = JSON.createObjectNode();
        for (int at = 0; at < file.length; at += piece) {
            Visitor.Answer sent =
                    visitor.patch(upload, at, Arrays.copyOfRange(file, at, Math.min(at + piece, file.length)));
            assertThat(sent.status()).as(sent.body()).isEqualTo(200);
            answer = sent.json();
            if (!answer.path("state").asString().equals("open")) {
                return answer;
            }
        }
        return answer;
    }
}
