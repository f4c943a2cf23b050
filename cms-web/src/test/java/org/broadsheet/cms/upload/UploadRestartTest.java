package org.broadsheet.cms.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.broadsheet.cms.CmsWebService;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.Visitor;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.staff.Staff;
import org.broadsheet.core.desk.Role;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.ops.postgresql.PostgresForTests;
import org.broadsheet.ops.postgresql.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class UploadRestartTest {

    @TempDir
    Path pictures;

    @Test
    void anUploadGoesOnAfterARestartWhereItStood() throws Exception {
        TestDatabase database = PostgresForTests.freshDatabase();
        byte[] photograph = Photographs.jpeg(1200, 800, 601);
        Visitor editor;
        String upload;
        try (ConfigurableApplicationContext first = start(database)) {
            first.getBean(Staff.class)
                    .put("osei.danquah", "Osei Danquah", Newsroom.PASSWORD, Set.of(Role.EDITOR), null);
            editor = new Visitor(port(first), null);
            editor.signIn("osei.danquah", Newsroom.PASSWORD);
            upload = new Sending(editor).begin("sea.jpg", photograph.length);
            assertThat(editor.patch(upload, 0, Arrays.copyOf(photograph, 9_000)).status())
                    .isEqualTo(200);
        }
        // As after a loss of power in the middle of a piece: more lies on the disk than was answered for.
        Path part = pictures.resolve("arriving").resolve(upload.substring(upload.lastIndexOf('/') + 1) + ".part");
        byte[] torn = Arrays.copyOf(photograph, 9_500);
        Arrays.fill(torn, 9_000, 9_500, (byte) 0);
        Files.write(part, torn);

        try (ConfigurableApplicationContext second = start(database)) {
            Visitor same = editor.at(port(second));
            int offset = same.get(upload).json().path("offset").asInt();
            JsonNode kept = same.patch(upload, offset, Arrays.copyOfRange(photograph, offset, photograph.length))
                    .json();

            assertThat(offset).isEqualTo(9_000);
            assertThat(kept.path("state").asString()).isEqualTo("kept");
            assertThat(second.getBean(PictureStore.class).original(PictureHash.of(photograph)))
                    .isEqualTo(photograph);
        }
    }

    private ConfigurableApplicationContext start(TestDatabase database) {
        return new SpringApplicationBuilder(CmsWebService.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--broadsheet.cms.house.internal-port=0",
                        "--broadsheet.service-token=" + NewsroomTest.TOKEN,
                        "--broadsheet.cms.wire.address=http://127.0.0.1:9",
                        "--broadsheet.cms.related.address=http://127.0.0.1:9",
                        "--broadsheet.cms.picture.folder=" + pictures,
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password());
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
