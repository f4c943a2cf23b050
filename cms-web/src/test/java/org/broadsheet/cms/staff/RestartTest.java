package org.broadsheet.cms.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.broadsheet.cms.CmsWebService;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Visitor;
import org.broadsheet.core.desk.Role;
import org.broadsheet.ops.postgresql.PostgresForTests;
import org.broadsheet.ops.postgresql.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class RestartTest {

    @TempDir
    Path pictures;

    @Test
    void staffStaySignedInAcrossARestart() {
        TestDatabase database = PostgresForTests.freshDatabase();
        Visitor editor;
        try (ConfigurableApplicationContext first = start(database)) {
            first.getBean(Staff.class)
                    .put("osei.danquah", "Osei Danquah", Newsroom.PASSWORD, Set.of(Role.EDITOR), null);
            editor = new Visitor(port(first), null);
            editor.signIn("osei.danquah", Newsroom.PASSWORD);
            assertThat(editor.get("/desk/api/wire").status()).isEqualTo(200);
        }

        try (ConfigurableApplicationContext second = start(database)) {
            Visitor same = editor.at(port(second));
            assertThat(same.get("/desk/api/wire").status()).isEqualTo(200);
            // The token of the page that was open all the while still counts.
            assertThat(same.post("/desk/api/wire/take", "{\"provider\": \"a\", \"guid\": \"b\"}")
                            .status())
                    .isEqualTo(404);
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
