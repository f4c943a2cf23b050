package org.broadsheet.ops.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;

class PostgresForTestsTest {

    private final ApplicationContextRunner contexts = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class, ServiceConnectionAutoConfiguration.class))
            .withUserConfiguration(PostgresForTests.class);

    @Test
    void eachContextHasADatabaseOfItsOwn() {
        contexts.withSystemProperties("broadsheet.stores=embedded").run(one -> {
            assertThat(one).hasNotFailed();
            contexts.withSystemProperties("broadsheet.stores=embedded")
                    .run(other -> assertThat(nameOf(one.getBean(DataSource.class)))
                            .startsWith("test_")
                            .isNotEqualTo(nameOf(other.getBean(DataSource.class))));
        });
    }

    @Test
    void aTestWithoutSpringGetsOneToo() throws Exception {
        TestDatabase database = PostgresForTests.freshDatabase();

        try (Connection connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION pg_trgm");
            statement.execute("CREATE TABLE story (id int)");
            assertThat(statement.executeUpdate("INSERT INTO story VALUES (1)")).isEqualTo(1);
        }
    }

    @Test
    void aContainerServesTheSameTestsWhereDockerAnswers() {
        assumeThat(WhereTestsRun.hasDocker()).isTrue();

        contexts.withSystemProperties("broadsheet.stores=containers")
                .run(context ->
                        assertThat(nameOf(context.getBean(DataSource.class))).isNotBlank());
    }

    @Test
    void anUnknownChoiceIsRefused() {
        contexts.withSystemProperties("broadsheet.stores=h2")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("auto, embedded or containers, not h2"));
    }

    @Test
    void whatAKilledTestRunLeftIsTakenAway(@TempDir Path temporary) throws Exception {
        Path left = Files.createDirectories(temporary.resolve("broadsheet-test-postgresql-999999999-7/data"));
        Path ours = Files.createDirectories(temporary.resolve(
                "broadsheet-test-postgresql-" + ProcessHandle.current().pid() + "-7/data"));

        EmbeddedForTests.sweep(temporary);

        assertThat(left).doesNotExist();
        assertThat(ours).exists();
    }

    private static String nameOf(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.getCatalog();
        }
    }
}
