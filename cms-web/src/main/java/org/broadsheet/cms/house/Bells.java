package org.broadsheet.cms.house;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Bells that are heard in every instance of the service: by those here as soon as the transaction is committed, by the
/// others through the database (PostgreSQL `LISTEN`/`NOTIFY`). A bell says that something has changed, never what: who
/// hears it looks for itself, and after a lost connection every bell is rung once.
@Component
public class Bells implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Bells.class);
    private static final int LOOK_UP_EVERY_MILLIS = 10_000;

    private final JdbcClient jdbc;
    private final DataSource database;
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    Bells(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /// Has something done each time a bell rings. It is done on the thread that rang it, so it must be quick.
    ///
    /// @param bell a PostgreSQL identifier in lower case
    public void onRing(String bell, Runnable listener) {
        listeners.computeIfAbsent(bell, _ -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /// Rings a bell when the running transaction is committed; not at all if it is rolled back.
    public void ring(String bell) {
        jdbc.sql("SELECT pg_notify(:bell, '')")
                .param("bell", bell)
                .query((_, _) -> true)
                .single();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sound(bell);
            }
        });
    }

    @Override
    public void start() {
        running = true;
        Thread started = Thread.ofPlatform().name("bells").daemon(true).unstarted(this::listen);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        running = false;
        Thread started = thread;
        if (started != null) {
            started.interrupt();
        }
        listeners.keySet().forEach(this::sound);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Stopped first, so that whoever waits for a bell goes home before the doors close.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    private void sound(String bell) {
        listeners.getOrDefault(bell, List.of()).forEach(Runnable::run);
    }

    private void listen() {
        boolean inTrouble = false;
        while (running) {
            try (Connection connection = database.getConnection()) {
                PGConnection postgres = connection.unwrap(PGConnection.class);
                try (Statement statement = connection.createStatement()) {
                    for (String bell : listeners.keySet()) {
                        statement.execute("LISTEN " + bell);
                    }
                }
                listeners.keySet().forEach(this::sound);
                inTrouble = false;
                while (running) {
                    PGNotification[] notifications = postgres.getNotifications(LOOK_UP_EVERY_MILLIS);
                    if (notifications == null || notifications.length == 0) {
                        if (!connection.isValid(5)) {
                            throw new SQLException("The database does not answer");
                        }
                        continue;
                    }
                    Arrays.stream(notifications)
                            .map(PGNotification::getName)
                            .distinct()
                            .forEach(this::sound);
                }
            } catch (SQLException e) {
                if (running && !inTrouble) {
                    inTrouble = true;
                    log.atWarn().addKeyValue("reason", e.getMessage()).log("The bells are silent for a moment");
                }
                rest();
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
