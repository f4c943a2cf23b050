package org.broadsheet.ops.postgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One PostgreSQL server of our own on one data folder, on the loopback address only, and only with a password.
///
/// The server is a process of its own: it stays when the JVM that started it ends, and whoever comes next finds it and
/// takes it over. All of it can be called again and again: what is already so stays so.
public final class LocalPostgres {

    /// The role that owns the server.
    public static final String SUPERUSER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(LocalPostgres.class);

    private static final Duration TAKES_TO_LET_GO = Duration.ofSeconds(20);
    private static final String OWN_SETTINGS = "broadsheet.conf";

    private final PostgresSoftware software;
    private final Path data;
    private final Path output;
    private final int port;
    private final String password;
    private final Durability durability;

    LocalPostgres(PostgresSoftware software, Path data, Path output, int port, String password, Durability durability) {
        if (password.isBlank()) {
            throw new IllegalArgumentException("PostgreSQL is never opened without a password");
        }
        this.software = software;
        this.data = data.toAbsolutePath().normalize();
        this.output = output.toAbsolutePath();
        this.port = port;
        this.password = password;
        this.durability = durability;
    }

    /// A durable one, that keeps what it is given.
    ///
    /// @param folder holds the programs (`software`) and the data (`data`)
    /// @param output the file its log goes to
    /// @param port on 127.0.0.1
    /// @param password of [#SUPERUSER]; the folder is made with it, so it has to be the same each time
    public static LocalPostgres durable(Path folder, Path output, int port, String password) {
        return new LocalPostgres(
                PostgresSoftware.in(folder.resolve("software")),
                folder.resolve("data"),
                output,
                port,
                password,
                Durability.DURABLE);
    }

    /// Brings it up, or takes over the one a run before left on the same folder; returns once it answers.
    ///
    /// @throws PostgresTrouble if it does not come up, or is not durable although it has to be
    public synchronized void start() {
        try {
            if (isTakenOver()) {
                return;
            }
            createDataFolder();
            Files.writeString(data.resolve(OWN_SETTINGS), ownSettings());
            startServer();
            checkDurability();
        } catch (IOException e) {
            throw new PostgresTrouble("The data folder " + data + " cannot be written: " + e, e);
        }
    }

    private boolean isTakenOver() throws IOException {
        Optional<Postmaster> left = Postmaster.of(data);
        if (left.isEmpty()) {
            Postmaster.forget(data);
            return false;
        }
        if (left.get().port() == port && answers() && isAsDurableAsAsked()) {
            log.atInfo().addKeyValue("pid", left.get().pid()).log("Running PostgreSQL taken over");
            return true;
        }
        stop();
        return false;
    }

    /// Stops it cleanly, whoever started it: open transactions are rolled back, everything committed is kept.
    public synchronized void stop() {
        Optional<Postmaster> running = Postmaster.of(data);
        if (running.isEmpty()) {
            return;
        }
        String mode = durability == Durability.DURABLE ? "fast" : "immediate";
        int code = software.run(output, List.of("pg_ctl", "stop", "-D", data.toString(), "-m", mode, "-w", "-t", "40"));
        if (code != 0 && running.get().isRunning()) {
            log.atWarn().addKeyValue("pid", running.get().pid()).log("PostgreSQL did not stop in time and was killed");
            running.get().process().ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /// The server process, where one runs.
    public Optional<Postmaster> postmaster() {
        return Postmaster.of(data);
    }

    /// Whether it runs and lets us in.
    public boolean answers() {
        try (Connection connection = open("postgres")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /// What it says of itself for one of its settings, as `SHOW` does.
    public String setting(String name) {
        try (Connection connection = open("postgres");
                var query = connection.prepareStatement("SELECT current_setting(?)")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new PostgresTrouble("PostgreSQL on port " + port + " does not answer: " + e.getMessage(), e);
        }
    }

    /// Sees to it that a database is there, with an owner of the same name, which no other role may connect to.
    ///
    /// @param ownerPassword what the owner signs in with from now on
    public void provide(String database, String ownerPassword) {
        if (!database.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("Not a name for a database: " + database);
        }
        try (Connection connection = open("postgres");
                Statement statement = connection.createStatement()) {
            String secret = connection.unwrap(org.postgresql.PGConnection.class).escapeLiteral(ownerPassword);
            if (!holds(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + database + "'")) {
                statement.execute("CREATE ROLE " + database + " LOGIN");
            }
            statement.execute("ALTER ROLE " + database + " PASSWORD '" + secret + "'");
            if (!holds(statement, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
                statement.execute("CREATE DATABASE " + database + " OWNER " + database);
            }
            statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
        } catch (SQLException e) {
            throw new PostgresTrouble("The database " + database + " could not be set up: " + e.getMessage(), e);
        }
    }

    private static boolean holds(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return rows.next();
        }
    }

    /// Where JDBC finds one of its databases.
    public String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// The password of [#SUPERUSER].
    String password() {
        return password;
    }

    /// Opens one of its databases as [#SUPERUSER].
    Connection open(String database) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(address(database));
        source.setUser(SUPERUSER);
        source.setPassword(password);
        source.setConnectTimeout(5);
        source.setSocketTimeout(60);
        return source.getConnection();
    }

    /// Made beside its place and moved there when it is whole: a run that is killed meanwhile leaves nothing half.
    void createDataFolder() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path parent = data.getParent();
        if (parent == null) {
            throw new IOException(data + " has no parent folder");
        }
        Files.createDirectories(parent);
        Path fresh = parent.resolve(data.getFileName() + ".new");
        Folders.delete(fresh);
        Path secret = Files.createTempFile(
                parent,
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(secret, password);
            int code = software.run(
                    output,
                    List.of(
                            "initdb",
                            "--pgdata=" + fresh,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + secret,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C.UTF-8",
                            durability == Durability.DURABLE ? "--data-checksums" : "--no-sync"));
            if (code != 0) {
                throw new PostgresTrouble("The data folder could not be made:\n" + PostgresSoftware.endOf(output));
            }
        } finally {
            Files.deleteIfExists(secret);
        }
        Files.writeString(
                fresh.resolve("postgresql.conf"), "\ninclude '" + OWN_SETTINGS + "'\n", StandardOpenOption.APPEND);
        Files.writeString(fresh.resolve(OWN_SETTINGS), ownSettings());
        Folders.delete(data);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private String ownSettings() {
        return """
                # Written at each start: what is changed here is gone with the next one.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                cluster_name = 'broadsheet'
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                log_line_prefix = '%%m [%%p] %%q%%u@%%d '
                jit = off
                """.formatted(port) + durability.settings();
    }

    /// After its postmaster was killed, the old server's last processes hold the folder for another moment.
    private void startServer() throws IOException {
        long deadline = System.nanoTime() + TAKES_TO_LET_GO.toNanos();
        while (true) {
            long before = Files.exists(output) ? Files.size(output) : 0;
            int code = software.run(
                    output,
                    List.of("pg_ctl", "start", "-D", data.toString(), "-l", output.toString(), "-w", "-t", "90"));
            if (code == 0) {
                return;
            }
            String said = Files.readString(output).substring((int) Math.min(before, Files.size(output)));
            boolean isStillHeld = said.contains("is still in use") || said.contains("Is another postmaster");
            if (!isStillHeld || System.nanoTime() > deadline) {
                throw new PostgresTrouble("PostgreSQL did not come up on port " + port + ":\n" + said.strip());
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PostgresTrouble("Interrupted while PostgreSQL came up", e);
            }
        }
    }

    private void checkDurability() {
        if (!isAsDurableAsAsked()) {
            stop();
            throw new PostgresTrouble("PostgreSQL in " + data + " is not durable (fsync, synchronous_commit or"
                    + " full_page_writes is off) and was stopped again: take the setting out of its"
                    + " postgresql.auto.conf or postgresql.conf.");
        }
    }

    private boolean isAsDurableAsAsked() {
        return durability == Durability.FAST || isDurable();
    }

    /// Whether a commit is on the disk before it is answered.
    public boolean isDurable() {
        return setting("fsync").equals("on")
                && !setting("synchronous_commit").equals("off")
                && setting("full_page_writes").equals("on");
    }
}
