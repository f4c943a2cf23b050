package org.broadsheet.ops.elasticsearch;

import java.net.URI;
import org.elasticsearch.Build;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.elasticsearch.ElasticsearchContainer;

/// The tests' Elasticsearch in a container, of the version that is embedded otherwise.
final class ContainerForTests {

    private static @Nullable ElasticsearchContainer shared;

    private ContainerForTests() {}

    static synchronized ElasticsearchContainer running() {
        ElasticsearchContainer container = shared;
        if (container == null) {
            container = new ElasticsearchContainer("docker.elastic.co/elasticsearch/elasticsearch:"
                            + Build.current().version())
                    .withEnv("xpack.security.enabled", "false")
                    .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m");
            container.start();
            shared = container;
        }
        return container;
    }

    static URI address() {
        return URI.create("http://" + running().getHttpHostAddress());
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        /// Not closed with the context: the next one takes it too.
        @Bean(destroyMethod = "")
        @ServiceConnection
        ElasticsearchContainer testElasticsearch() {
            return running();
        }
    }
}
