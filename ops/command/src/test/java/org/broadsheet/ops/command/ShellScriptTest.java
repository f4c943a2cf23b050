package org.broadsheet.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ops/broadsheet` itself, in a checkout whose command is built already and whose JDKs only say who they are.
class ShellScriptTest {

    private static final String VERSION = "0.1.0-SNAPSHOT";

    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void layOutACheckout() throws IOException {
        Path ops = Files.createDirectories(folder.resolve("checkout/ops"));
        script = Files.copy(Path.of("..", "broadsheet"), ops.resolve("broadsheet"));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path target = Files.createDirectories(ops.resolve("command/target/lib")).getParent();
        Files.createFile(target.resolve("ops-command-" + VERSION + ".jar"));
    }

    @Test
    void theJdkOfJavaHomeIsTaken() throws Exception {
        Path jdk = jdk("jdk-25", "25.0.3");

        assertThat(run(jdk, "/usr/bin:/bin", "status")).contains("JDK jdk-25").contains("Broadsheet status");
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOverForTheJavaOnThePath() throws Exception {
        Path old = jdk("jdk-17", "17.0.9");
        Path onPath = jdk("jdk-26", "26");

        assertThat(run(old, onPath.resolve("bin") + ":/usr/bin:/bin", "down")).contains("JDK jdk-26");
    }

    @Test
    void theCheckoutIsFoundThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("broadsheet"), script);
        Path jdk = jdk("jdk-25", "25.0.3");

        assertThat(run(link, jdk, "/usr/bin:/bin", "status"))
                .contains("-Dbroadsheet.checkout=" + folder.resolve("checkout").toRealPath());
    }

    private String run(Path javaHome, String path, String command) throws Exception {
        return run(script, javaHome, path, command);
    }

    private String run(Path called, Path javaHome, String path, String command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(List.of("bash", called.toString(), command)).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("PATH", path);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /// A JDK that says its name and what it was called with.
    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String program : List.of("java", "javac")) {
            Path made = Files.writeString(bin.resolve(program), "#!/bin/sh\necho JDK " + name + " \"$@\"\n");
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return home;
    }
}
