package org.broadsheet.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What fuzzing begins with is read whole, and what it once found stays found. The files are in `fuzz/<parser>`: names
/// that begin with `found-` are findings, the others are seeds.
class FuzzFindingsTest {

    @TestFactory
    Stream<DynamicTest> noFindingComesBack() {
        return files(false)
                .map(file -> DynamicTest.dynamicTest(
                        file.name(), () -> within(() -> WireFuzz.check(file.parser(), file.bytes()))));
    }

    @TestFactory
    Stream<DynamicTest> everySeedIsReadByItsOwnFormat() {
        return files(true)
                .filter(file -> file.parser() != FuzzedParser.HTML)
                .map(file -> DynamicTest.dynamicTest(
                        file.name(),
                        () -> assertThat(WireFuzz.items(file.parser(), file.bytes()))
                                .isPositive()));
    }

    private static void within(Runnable reading) {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), reading::run);
    }

    private static Stream<FuzzFile> files(boolean seedsOnly) {
        return Arrays.stream(FuzzedParser.values()).flatMap(parser -> {
            List<Path> found = folder(parser);
            assertThat(found).as("seeds of " + parser.word()).isNotEmpty();
            return found.stream()
                    .filter(path -> !seedsOnly || !path.getFileName().toString().startsWith("found-"))
                    .map(path -> new FuzzFile(parser, path));
        });
    }

    private static List<Path> folder(FuzzedParser parser) {
        try (Stream<Path> files = Files.list(Path.of(
                FuzzFindingsTest.class.getResource("/fuzz/" + parser.word()).toURI()))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The seeds of " + parser.word() + " are no files", e);
        }
    }

    private record FuzzFile(FuzzedParser parser, Path path) {

        String name() {
            return parser.word() + "/" + path.getFileName();
        }

        byte[] bytes() {
            try {
                return Files.readAllBytes(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
