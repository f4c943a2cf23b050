package org.broadsheet.ops.postgresql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The tests' PostgreSQL in a container.
final class ContainerForTests {

    private static final AtomicInteger databases = new AtomicInteger();

    private static @Nullable PostgreSQLContainer shared;

    private ContainerForTests() {}

    /// One that is not started yet.
    static PostgreSQLContainer container() {
        return new PostgreSQLContainer("postgres:18-alpine");
    }

    static synchronized TestDatabase freshDatabase() {
        PostgreSQLContainer server = shared;
        if (server == null) {
            server = container();
            server.start();
            shared = server;
        }
        String name = "test_" + databases.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new PostgresTrouble("The container gave no database: " + e.getMessage(), e);
        }
        String url = "jdbc:postgresql://" + server.getHost() + ":"
                + server.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + name;
        return new TestDatabase(url, server.getUsername(), server.getPassword());
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        @ServiceConnection
        PostgreSQLContainer testDatabase() {
            return container();
        }
    }
}
