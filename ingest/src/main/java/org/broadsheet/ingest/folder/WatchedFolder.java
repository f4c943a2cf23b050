package org.broadsheet.ingest.folder;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Where files are dropped and how they are picked up.
///
/// @param root holds a folder for each feed; each feed's folder holds `done/` and `failed/`
/// @param quiet how long a file must not have changed before it is read
/// @param patience how much longer a file is left alone that looks unfinished, such as XML without its last tag
/// @param lookEvery how often the folders are looked through even if nothing called
/// @param largest how many bytes one file may have; a longer one is refused and put into `failed/`
@ConfigurationProperties("broadsheet.ingest.folder")
record WatchedFolder(
        @NotNull Path root,
        @DefaultValue("200ms") @NotNull Duration quiet,
        @DefaultValue("5s") @NotNull Duration patience,
        @DefaultValue("1s") @NotNull Duration lookEvery,
        @DefaultValue("64MB") @NotNull DataSize largest) {}
