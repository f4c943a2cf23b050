package org.broadsheet.ops.postgresql;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The PostgreSQL programs, unpacked once from the class path into a folder.
///
/// They are run directly and not through the wrapper they are published with: that starts the server without `fsync`,
/// with trust for everyone, and takes it down with the JVM.
final class PostgresSoftware {

    private static final String USER = System.getProperty("user.name", "nobody");

    private final Path folder;

    private PostgresSoftware(Path folder) {
        this.folder = folder;
    }

    /// Unpacks what is not there yet; any number of JVMs may do it at once.
    static PostgresSoftware in(Path parent) {
        try (InputStream archive = openArchive()) {
            byte[] packed = archive.readAllBytes();
            Path folder = parent.resolve("postgresql-" + fingerprint(packed));
            if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
                unpack(packed, parent, folder);
            }
            return new PostgresSoftware(folder.toAbsolutePath());
        } catch (IOException e) {
            throw new PostgresTrouble("PostgreSQL could not be unpacked into " + parent + ": " + e, e);
        }
    }

    /// Where the tests have it: one copy for all of this user's runs.
    static PostgresSoftware shared() {
        return in(Path.of(System.getProperty("java.io.tmpdir"), "broadsheet-postgresql-" + USER));
    }

    /// Runs one of the programs to its end.
    ///
    /// @param output gets everything it prints
    /// @return its exit code
    int run(Path output, List<String> command) {
        try {
            Process process = new ProcessBuilder(asSomeoneItAccepts(command))
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new PostgresTrouble(
                        command.getFirst() + " did not come to an end within two minutes; see " + output);
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new PostgresTrouble(command.getFirst() + " could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresTrouble("Interrupted while waiting for " + command.getFirst(), e);
        }
    }

    /// PostgreSQL refuses to run as root: there it gets a user namespace, in which it is nobody and owns the same
    /// files.
    private List<String> asSomeoneItAccepts(List<String> command) {
        var whole = new ArrayList<String>();
        if (USER.equals("root") && isLinux()) {
            if (!LinuxUtils.isUnshareAvailable()) {
                throw new PostgresTrouble("PostgreSQL refuses to run as root, and this machine does not allow user"
                        + " namespaces (unshare -U): run Broadsheet as an ordinary user.");
            }
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.add(folder.resolve("bin").resolve(command.getFirst()).toString());
        whole.addAll(command.subList(1, command.size()));
        return whole;
    }

    private static java.io.File nothing() {
        return new java.io.File("/dev/null");
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").startsWith("Linux");
    }

    private static InputStream openArchive() throws IOException {
        String system = isLinux() ? "Linux" : "Darwin";
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String architecture = machine.equals("amd64") ? "x86_64" : machine;
        InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
        if (archive == null) {
            throw new IOException("there is no PostgreSQL for " + system + " on " + machine + " on the class path");
        }
        return archive;
    }

    private static void unpack(byte[] packed, Path parent, Path folder) throws IOException {
        Files.createDirectories(parent);
        Path fresh = Files.createTempDirectory(parent, "unpacking-");
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(new java.io.ByteArrayInputStream(packed))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = fresh.resolve(entry.getName()).normalize();
                if (!target.startsWith(fresh)) {
                    throw new IOException("the archive names a file outside itself: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                    boolean isProgram = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            target, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException somebodyElseWasFaster) {
            Folders.delete(fresh);
        } catch (IOException e) {
            Folders.delete(fresh);
            if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
                throw e;
            }
        }
    }

    private static String fingerprint(byte[] packed) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(packed);
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// The last lines of a log, for a message that says why.
    static String endOf(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
