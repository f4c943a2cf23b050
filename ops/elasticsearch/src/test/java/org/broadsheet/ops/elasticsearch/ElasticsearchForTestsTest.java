package org.broadsheet.ops.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchClientAutoConfiguration;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;

class ElasticsearchForTestsTest {

    private final ApplicationContextRunner contexts = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ElasticsearchRestClientAutoConfiguration.class,
                    ElasticsearchClientAutoConfiguration.class,
                    ServiceConnectionAutoConfiguration.class))
            .withUserConfiguration(ElasticsearchForTests.class);

    @Test
    void theClientOfTheProductSpeaksToIt() {
        contexts.withSystemProperties("broadsheet.stores=embedded").run(context -> {
            ElasticsearchClient client = context.getBean(ElasticsearchClient.class);
            assertThat(client.cluster().health().numberOfDataNodes()).isEqualTo(1);
        });
    }

    @Test
    void aContainerServesTheSameTestsWhereDockerAnswers() {
        assumeThat(WhereTestsRun.hasDocker()).isTrue();

        contexts.withSystemProperties("broadsheet.stores=containers").run(context -> {
            ElasticsearchClient client = context.getBean(ElasticsearchClient.class);
            assertThat(client.cluster().health().numberOfDataNodes()).isEqualTo(1);
        });
    }

    @Test
    void whatAKilledTestRunLeftIsTakenAway(@TempDir Path temporary) throws Exception {
        Path left = Files.createDirectories(temporary.resolve("broadsheet-test-elasticsearch-999999999-7/data"));

        EmbeddedForTests.sweep(temporary);

        assertThat(left).doesNotExist();
    }
}
