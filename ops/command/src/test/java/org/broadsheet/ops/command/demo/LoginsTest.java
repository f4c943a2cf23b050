package org.broadsheet.ops.command.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginsTest {

    @TempDir
    Path folder;

    @Test
    void aPasswordThatWasMadeOnceIsKept() throws Exception {
        Path file = folder.resolve("demo-logins.txt");
        String margit = Logins.in(file, List.of("margit")).password("margit");

        Logins later = Logins.in(file, List.of("margit", "osei"));

        assertThat(later.password("margit")).isEqualTo(margit).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(later.password("osei")).isNotEqualTo(margit);
        assertThat(Files.readAllLines(file)).containsExactly("margit, " + margit, "osei, " + later.password("osei"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
