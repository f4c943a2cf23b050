package org.broadsheet.ops.command.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

    @TempDir
    Path folder;

    @Test
    void aVersionIsReadPastComplaintsAndColours() throws Exception {
        Path browser = Files.writeString(folder.resolve("browser"), """
                #!/bin/sh
                echo "/usr/bin/browser: 9: [: 2527: unexpected operator" >&2
                printf '\\033[1mBrowser 150.0.1\\033[m\\n'
                """);
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(Machine.version(browser, "--version")).contains("Browser 150.0.1");
    }

    @Test
    void aProgramThatIsNotThereIsNotFound() {
        assertThat(Machine.program("no-such-program-on-any-machine")).isEmpty();
        assertThat(Machine.program("sh")).isPresent();
    }
}
