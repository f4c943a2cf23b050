package org.broadsheet.cms.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.Visitor;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.core.picture.PictureHash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@NewsroomTest
class FromAddressTest {

    private static final PictureHost HOST = new PictureHost();

    @Autowired
    Newsroom.People people;

    @Autowired
    PictureStore pictures;

    @DynamicPropertySource
    static void allow(DynamicPropertyRegistry settings) {
        settings.add("broadsheet.cms.upload.allowed-hosts", HOST::name);
        settings.add("broadsheet.cms.upload.plain-http", () -> true);
        settings.add("broadsheet.cms.upload.private-addresses", () -> true);
    }

    @AfterAll
    static void close() {
        HOST.close();
    }

    @Test
    void aPictureComesFromAnAddressOnTheListAndNothingElseDoes() {
        people.printNewspaper();
        byte[] photograph = Photographs.jpeg(600, 400, 660);
        HOST.gives("/sea.jpg", "image/jpeg", photograph);
        HOST.gives("/logo.jpg", "image/jpeg", "<svg/>".getBytes(StandardCharsets.UTF_8));
        Visitor desk = people.signedIn(people.editor());

        JsonNode kept = from(desk, HOST.address("/sea.jpg")).json();
        JsonNode again = from(desk, HOST.address("/sea.jpg")).json();
        JsonNode logo = from(desk, HOST.address("/logo.jpg")).json();
        Visitor.Answer elsewhere = from(desk, "https://pictures.example.org/sea.jpg");
        Visitor.Answer blank = from(desk, " ");
        Visitor.Answer reporter = from(people.signedIn(people.reporter()), HOST.address("/sea.jpg"));

        assertThat(kept.path("state").asString()).isEqualTo("kept");
        assertThat(kept.path("again").asBoolean()).isFalse();
        assertThat(pictures.original(new PictureHash(kept.path("hash").asString())))
                .isEqualTo(photograph);
        assertThat(again.path("again").asBoolean()).isTrue();
        assertThat(logo.path("state").asString()).isEqualTo("refused");
        assertThat(logo.path("sentence").asString()).contains("SVG");
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.json().path("faults").get(0).path("field").asString())
                .isEqualTo("address");
        assertThat(elsewhere.json().path("detail").asString()).contains("not on the list");
        assertThat(blank.status()).isEqualTo(400);
        assertThat(reporter.status()).isEqualTo(403);
        assertThat(desk.get("/desk/api/uploads/limits").json().path("hosts").toString())
                .contains(HOST.name());
    }

    private static Visitor.Answer from(Visitor visitor, String address) {
        return visitor.post("/desk/api/uploads/from-address", "{\"address\": \"" + address + "\"}");
    }
}
