package org.broadsheet.ops.command.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// One platform: the checkout it is built from, the folder that holds all its state, and its ports.
///
/// @param checkout the top of the repository
/// @param home the folder of all state (`BROADSHEET_HOME`)
/// @param ports where its parts answer
public record House(Path checkout, Path home, Ports ports) {

    public House {
        checkout = checkout.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
    }

    /// As the environment says: `BROADSHEET_HOME`, else `.broadsheet` in the checkout; `BROADSHEET_PORT_OFFSET`,
    /// else 0.
    public static House of(Path checkout, Map<String, String> environment) {
        String home = environment.getOrDefault("BROADSHEET_HOME", "").strip();
        Path folder = home.isEmpty() ? checkout.resolve(".broadsheet") : Path.of(home);
        return new House(checkout, folder, Ports.shiftedBy(environment.getOrDefault("BROADSHEET_PORT_OFFSET", "")));
    }

    /// Makes the folders, closed to everyone else.
    public void open() {
        try {
            PrivateFiles.createFolder(home);
            for (Path folder : new Path[] {configuration(), logs(), marks(), feeds(), pictures(), software()}) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new Trouble(
                    "The folder " + home + " cannot be written (" + e.getMessage()
                            + "). Set BROADSHEET_HOME to one that can.",
                    e);
        }
    }

    /// What each part is told, one file a part.
    public Path configuration() {
        return home.resolve("conf");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    /// Which process is which part.
    public Path marks() {
        return home.resolve("run");
    }

    /// The watched folders, one a feed.
    public Path feeds() {
        return home.resolve("feeds");
    }

    public Path pictures() {
        return home.resolve("pictures");
    }

    /// What the parts run from: copies, so that a build never changes what is running.
    public Path software() {
        return home.resolve("software");
    }

    public Path secrets() {
        return home.resolve("secrets");
    }

    public Path demoLogins() {
        return home.resolve("demo-logins.txt");
    }
}
