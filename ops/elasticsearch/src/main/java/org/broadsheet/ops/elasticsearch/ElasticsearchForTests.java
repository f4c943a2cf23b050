package org.broadsheet.ops.elasticsearch;

import java.net.URI;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/// Gives a test a real Elasticsearch: one node a JVM. Indices are shared by the contexts, so a test names its own.
///
/// `@Import(ElasticsearchForTests.class)` on the test, or [#address()] where there is no Spring. A Docker engine is
/// used where one answers, else the node is our own; `-Dbroadsheet.stores=embedded` or `containers` decides.
@TestConfiguration(proxyBeanMethods = false)
@Import(ElasticsearchForTests.Choice.class)
public class ElasticsearchForTests {

    /// Where this JVM's node answers; it is brought up by the first who asks.
    public static URI address() {
        return switch (WhereTestsRun.chosen()) {
            case EMBEDDED -> EmbeddedForTests.address();
            case CONTAINERS -> ContainerForTests.address();
        };
    }

    static class Choice implements ImportSelector {
        @Override
        public String[] selectImports(AnnotationMetadata importer) {
            Class<?> chosen =
                    switch (WhereTestsRun.chosen()) {
                        case EMBEDDED -> EmbeddedForTests.Wiring.class;
                        case CONTAINERS -> ContainerForTests.Wiring.class;
                    };
            return new String[] {chosen.getName()};
        }
    }
}
