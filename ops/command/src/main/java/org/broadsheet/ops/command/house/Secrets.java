package org.broadsheet.ops.command.house;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.broadsheet.core.log.ServiceToken;

/// What the parts know each other by. Made once, when the platform is first brought up, and kept; never printed.
///
/// @param serviceToken between the services
/// @param postgresql of the database server's owner
/// @param ingestDatabase of the role that owns the database of `ingest`
/// @param cmsDatabase of the role that owns the database of `cms-web`
/// @param feedKey what `ingest` seals the credentials of the feeds with
public record Secrets(
        String serviceToken, String postgresql, String ingestDatabase, String cmsDatabase, String feedKey) {

    private static final String FEED_KEY = "feed-key";

    /// Those of a house; made where it has none yet.
    public static Secrets of(House house) {
        Path file = house.secrets();
        try {
            if (!Files.exists(file)) {
                PrivateFiles.write(file, """
                    # What the parts of this platform know each other by. Made once; without it its data cannot be opened.
                    service-token=%s
                    postgresql=%s
                    ingest-database=%s
                    cms-database=%s
                    feed-key=%s
                    """.formatted(random(), random(), random(), random(), random()));
            }
            var kept = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
            if (!kept.containsKey(FEED_KEY)) {
                // A house from before there were feeds with credentials: nothing is sealed in it yet.
                kept.setProperty(FEED_KEY, random());
                PrivateFiles.write(
                        file,
                        Files.readString(file).stripTrailing() + "\n" + FEED_KEY + "=" + kept.getProperty(FEED_KEY)
                                + "\n");
            }
            return new Secrets(
                    required(kept, "service-token", file),
                    required(kept, "postgresql", file),
                    required(kept, "ingest-database", file),
                    required(kept, "cms-database", file),
                    required(kept, FEED_KEY, file));
        } catch (IOException e) {
            throw new Trouble("The secrets in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// What a request to a service shows.
    public ServiceToken token() {
        return new ServiceToken(serviceToken);
    }

    /// 32 characters that nobody guesses.
    public static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String required(Properties kept, String name, Path file) {
        String value = kept.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new Trouble("The file " + file + " has no \"" + name + "\". Put it back from a copy, or start with"
                    + " an empty BROADSHEET_HOME.");
        }
        return value;
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
