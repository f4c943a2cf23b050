package org.broadsheet.cms.picture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPictureStoreTest extends PictureStoreContract {

    @TempDir
    Path folder;

    @Override
    PictureVault vault() {
        return new FolderVault(folder);
    }

    @Override
    List<String> names() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void remove(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        assertThatThrownBy(() -> vault().read("../secret")).isInstanceOf(IllegalArgumentException.class);
    }
}
