package org.broadsheet.ops.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ops.newsroom.DemoNewsroom;
import org.broadsheet.ops.newsroom.WireCopy;
import org.broadsheet.ops.newsroom.WireCopyWriter;

/// Invented wire copy for the acceptance tests, sent as an agency would: as files in the feed's folder.
final class WireTraffic {

    static final WireCopyWriter AGENCE_NORD = new WireCopyWriter(DemoNewsroom.AGENCY, DemoNewsroom.ZONE);

    private WireTraffic() {}

    /// So many short stories with guids that begin alike. Stations and figures go with the name, so that the
    /// basket does not take the bulletins of two names for the same story through two feeds.
    static List<WireCopy> bulletins(String name, int count) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<WireCopy> bulletins = new ArrayList<>();
        int stations = 100 + 200 * Math.floorMod(name.hashCode(), 4_000);
        for (int number = 1; number <= count; number++) {
            int station = stations + number;
            bulletins.add(WireCopy.of(
                    guid(name, number),
                    1,
                    now,
                    "Pilot station " + station + " reports calm water, " + name,
                    "PILOTS-" + name.toUpperCase(java.util.Locale.ROOT) + "/",
                    """
                    VASTHOLM (Agence Nord) - Pilot station %1$d counted %2$d vessels through the narrows on the morning tide and reported calm water.

                    The station said the next bulletin would follow with the evening tide. None of the %2$d masters asked for a tug.

                    (Reporting by Ines Halloran; Editing by Osei Danquah)
                    """.formatted(station, station + 20)));
        }
        return bulletins;
    }

    static String guid(String name, int number) {
        return "tag:agencenord.example,2026:copy:" + name + "-" + number;
    }

    /// Lets a file appear in the feed's folder whole, as a careful sender does.
    static void drop(Path home, String feed, String fileName, byte[] bytes) {
        try {
            Path folder = Files.createDirectories(home.resolve("feeds").resolve(feed));
            Path part = folder.resolve("." + fileName + ".part");
            Files.write(part, bytes);
            Files.move(part, folder.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
