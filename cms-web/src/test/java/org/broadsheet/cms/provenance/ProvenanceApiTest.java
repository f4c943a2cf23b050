package org.broadsheet.cms.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.broadsheet.cms.Manifests;
import org.broadsheet.cms.Negatives;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Visitor;
import org.broadsheet.cms.picture.Keeping;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.picturefile.Slip;
import org.broadsheet.cms.picturefile.SlipWriter;
import org.broadsheet.core.picture.PictureHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NewsroomTest
class ProvenanceApiTest {

    private static final String MACHINE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    @Autowired
    Newsroom.People people;

    @Autowired
    PictureStore pictures;

    private Visitor desk;

    @BeforeEach
    void somebodyIsAtTheDesk() {
        people.printNewspaper();
        desk = people.signedIn(people.reporter());
    }

    @Test
    void editorsReadWhoSignedAPictureAndThatItIsNotVerified() {
        byte[] signed = Manifests.inJpeg(Negatives.file(Negatives.scene(600, 400, 17), "jpeg"));
        PictureHash picture = keep(signed);

        JsonNode said =
                desk.get("/desk/api/pictures/" + picture + "/provenance").json();

        assertThat(said.at("/credentials/present").asBoolean()).isTrue();
        assertThat(said.at("/credentials/signer").asString()).isEqualTo(Manifests.SIGNER);
        assertThat(said.at("/credentials/manifests").asInt()).isEqualTo(2);
        assertThat(said.at("/credentials/verified").asBoolean()).isFalse();
        HttpResponse<byte[]> original = desk.bytes(said.at("/original").asString());
        assertThat(original.body()).isEqualTo(signed);
        assertThat(original.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + picture.value().substring(0, 16) + ".jpg\"");
        assertThat(original.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(people.visitor().get(said.at("/original").asString()).status())
                .isEqualTo(302);
        assertThat(people.visitor()
                        .get("/desk/api/pictures/" + picture + "/provenance")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void editorsReadThatAMachineMadeAPicture() {
        byte[] plain = Negatives.file(Negatives.scene(600, 400, 18), "jpeg");
        PictureHash picture = keep(SlipWriter.intoJpeg(plain, new Slip("", "", "", "", MACHINE)));

        JsonNode said =
                desk.get("/desk/api/pictures/" + picture + "/provenance").json();

        assertThat(said.at("/credentials").isNull()).isTrue();
        assertThat(said.at("/source/code").asString()).isEqualTo("trainedAlgorithmicMedia");
        assertThat(said.at("/source/synthetic").asBoolean()).isTrue();
        assertThat(desk.get("/desk/api/pictures/" + "0".repeat(64) + "/provenance")
                        .status())
                .isEqualTo(404);
    }

    private PictureHash keep(byte[] file) {
        if (pictures.keep(file, "image/jpeg") instanceof Keeping.Kept kept) {
            return kept.picture().hash();
        }
        throw new AssertionError("The picture was refused");
    }
}
