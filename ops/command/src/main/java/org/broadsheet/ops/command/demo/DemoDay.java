package org.broadsheet.ops.command.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.broadsheet.core.desk.Role;
import org.broadsheet.core.log.LogFollower;
import org.broadsheet.ops.command.house.DropFolder;
import org.broadsheet.ops.command.house.Dropping;
import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.house.Pause;
import org.broadsheet.ops.command.house.Ports;
import org.broadsheet.ops.command.house.PrivateFiles;
import org.broadsheet.ops.command.house.Secrets;
import org.broadsheet.ops.command.house.ServiceLine;
import org.broadsheet.ops.command.house.Trouble;
import org.broadsheet.ops.newsroom.DemoNewsroom;
import org.broadsheet.ops.newsroom.DemoStaff;
import org.broadsheet.ops.newsroom.FeedFile;
import org.broadsheet.ops.newsroom.WireFile;

/// Fills a platform that is up with the invented newspaper: masthead, staff, three days of wire and a front page.
///
/// It is done once: the time of the first run is kept, and with it every date; what a run that was broken off has done
/// is not done again.
public final class DemoDay {

    private static final String FEED = "demo";
    private static final Duration READ_WITHIN = Duration.ofMinutes(2);

    private final House house;
    private final Secrets secrets;
    private final Consumer<String> say;
    private final DemoNewsroom newsroom;
    private final Instant now;
    private final CompletableFuture<Map<WireFile, byte[]>> wire;

    private DemoDay(House house, Secrets secrets, Instant now, Consumer<String> say) {
        this.house = house;
        this.secrets = secrets;
        this.now = now;
        this.say = say;
        this.newsroom = new DemoNewsroom();
        this.wire = CompletableFuture.supplyAsync(this::madeWire);
    }

    /// Begins to write the wire's copy and draw its pictures, which takes as long as the platform takes to come up.
    public static DemoDay prepare(House house, Secrets secrets, InstantSource clock, Consumer<String> say) {
        return new DemoDay(house, secrets, firstRun(house, clock), say);
    }

    /// Whether a run before has done all of it.
    public static boolean isDone(House house) {
        return Files.exists(doneMark(house));
    }

    /// Fills the platform; returns once the stories are out and the search index has them.
    public void run() {
        Logins logins = Logins.in(
                house.demoLogins(),
                newsroom.staff().stream().map(DemoStaff::login).toList());
        try (var services = new ServiceLine(secrets.token())) {
            enterTheHouse(services, logins);
            say.accept("  masthead and staff of " + newsroom.masthead().name() + " are in");
            drop(services, false);
            DemoStaff editor = editor();
            try (DeskSession desk = DeskSession.signIn(
                    Ports.at(house.ports().cms()), editor.login(), logins.password(editor.login()))) {
                int out = new DemoEditor(desk, now).choose(newsroom.choices());
                say.accept("  " + editor.name() + " has published " + out + " stories");
            }
            drop(services, true);
            dropOtherWires(services);
            waitUntilInStep(services);
            PrivateFiles.write(doneMark(house), "");
        } catch (ServiceLine.ServiceSilent e) {
            throw new Trouble("The demo could not be set up: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Trouble("It cannot be noted that the demo is set up: " + e.getMessage(), e);
        }
    }

    private void enterTheHouse(ServiceLine services, Logins logins) {
        int port = house.ports().cmsInternal();
        services.put(port, "/api/masthead", newsroom.masthead());
        for (DemoStaff member : newsroom.staff()) {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("name", member.name());
            entry.put("password", logins.password(member.login()));
            entry.put("roles", member.roles());
            if (member.section() != null) {
                entry.put("section", member.section());
            }
            services.put(port, "/api/staff/" + member.login(), entry);
        }
    }

    /// Drops the files that were not dropped before, and waits for them.
    private void drop(ServiceLine services, boolean afterChoices) {
        int port = house.ports().ingest();
        var dropping = new Dropping(services, port, new DropFolder(house, FEED));
        int dropped = 0;
        for (Map.Entry<WireFile, byte[]> file : made().entrySet()) {
            String name = file.getKey().name();
            if (file.getKey().afterChoices() == afterChoices
                    && services.receipts(port, FEED, name).isEmpty()) {
                dropping.drop(name, file.getValue());
                dropped++;
            }
        }
        for (Dropping.Ended ended : dropping.waitForAll()) {
            if (ended.receipt().isQuarantined()) {
                throw new Trouble("The demo's own " + ended.name() + " was quarantined: "
                        + ended.receipt().reason());
            }
        }
        say.accept("  " + dropped + " files came in on the wire" + (afterChoices ? " since" : ""));
    }

    /// Drops what other feeds bring in other formats; each feed has a folder of its own.
    private void dropOtherWires(ServiceLine services) {
        int port = house.ports().ingest();
        var droppings = new LinkedHashMap<String, Dropping>();
        List<FeedFile> files = newsroom.otherWires(now);
        for (FeedFile file : files) {
            Dropping dropping = droppings.computeIfAbsent(
                    file.feed(), feed -> new Dropping(services, port, new DropFolder(house, feed)));
            if (services.receipts(port, file.feed(), file.name()).isEmpty()) {
                dropping.drop(file.name(), file.bytes());
            }
        }
        List<String> broken =
                files.stream().filter(FeedFile::broken).map(FeedFile::name).toList();
        for (Dropping dropping : droppings.values()) {
            for (Dropping.Ended ended : dropping.waitForAll()) {
                if (ended.receipt().isQuarantined() != broken.contains(ended.name())) {
                    throw new Trouble("The demo's own " + ended.name() + " was not read as it should: "
                            + ended.receipt().reason());
                }
            }
        }
        say.accept("  " + files.size() + " more came in on " + droppings.size()
                + " other feeds, one of them broken on purpose");
    }

    /// Waits until the desk has read the wire log to its end, and the search index the publication log.
    private void waitUntilInStep(ServiceLine services) {
        long wireEnd = services.end(house.ports().ingest());
        long publicationEnd = services.end(house.ports().cmsInternal());
        waitForReader(services, house.ports().cmsInternal(), "wire", wireEnd);
        waitForReader(services, house.ports().search(), "publication", publicationEnd);
        say.accept("  the search index has all of it");
    }

    private static void waitForReader(ServiceLine services, int port, String log, long end) {
        long deadline = System.nanoTime() + READ_WITHIN.toNanos();
        while (services.status(port).readers().stream()
                .filter(reader -> reader.log().contains(log))
                .mapToLong(LogFollower.Standing::position)
                .noneMatch(position -> position >= end)) {
            if (System.nanoTime() > deadline) {
                throw new Trouble("The reader of the " + log + " log is not in step. See: ops/broadsheet status");
            }
            Pause.forMillis(200);
        }
    }

    private DemoStaff editor() {
        return newsroom.staff().stream()
                .filter(member -> member.roles().contains(Role.EDITOR) && member.section() == null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo newsroom has no editor of the whole paper"));
    }

    private Map<WireFile, byte[]> madeWire() {
        List<WireFile> files = newsroom.wire(now, house.home().resolve("demo").resolve("pictures"));
        var made = new LinkedHashMap<WireFile, byte[]>();
        files.forEach(file -> made.put(file, file.bytes()));
        return made;
    }

    private Map<WireFile, byte[]> made() {
        try {
            return wire.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("The demo's wire could not be written", e.getCause());
        }
    }

    private static Instant firstRun(House house, InstantSource clock) {
        Path file = house.home().resolve("demo").resolve("first-run");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                PrivateFiles.write(
                        file, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
            }
            return Instant.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new Trouble("The demo's folder cannot be written: " + e.getMessage(), e);
        }
    }

    private static Path doneMark(House house) {
        return house.home().resolve("demo").resolve("done");
    }
}
