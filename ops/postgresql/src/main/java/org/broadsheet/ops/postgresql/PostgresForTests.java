package org.broadsheet.ops.postgresql;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/// Gives a test a real PostgreSQL: one server a JVM, and an empty database for each Spring context that imports it.
///
/// `@Import(PostgresForTests.class)` on the test, or [#freshDatabase()] where there is no Spring. A Docker engine is
/// used where one answers, else the server is our own; `-Dbroadsheet.stores=embedded` or `containers` decides.
@TestConfiguration(proxyBeanMethods = false)
@Import(PostgresForTests.Choice.class)
public class PostgresForTests {

    /// An empty database on this JVM's server; it is gone when the JVM ends.
    public static TestDatabase freshDatabase() {
        return switch (WhereTestsRun.chosen()) {
            case EMBEDDED -> EmbeddedForTests.freshDatabase();
            case CONTAINERS -> ContainerForTests.freshDatabase();
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
