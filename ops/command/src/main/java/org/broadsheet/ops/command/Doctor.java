package org.broadsheet.ops.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.house.Ports;
import org.broadsheet.ops.command.house.Secrets;
import org.broadsheet.ops.command.machine.Machine;
import org.broadsheet.ops.command.pressroom.Part;
import org.broadsheet.ops.command.pressroom.PressRoom;
import org.broadsheet.ops.postgresql.LocalPostgres;
import org.broadsheet.ops.postgresql.PostgresTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Checks JDK, ports, disk, memory, durability, versions, browser; says what to do about each finding.",
            "The exit code is 0 if nothing needs doing, else 1."
        })
@SuppressWarnings("NullAway.Init") // set by picocli before it is called
final class Doctor implements Callable<Integer> {

    private static final long GIB = 1L << 30;

    @ParentCommand
    private Broadsheet broadsheet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        House house = broadsheet.house();
        var findings = new ArrayList<Finding>();
        findings.add(jdk());
        findings.add(maven());
        findings.add(disk(house));
        findings.add(memory());
        findings.add(chromium());
        if (Files.exists(house.secrets())) {
            Secrets secrets = Secrets.of(house);
            try (var pressRoom = new PressRoom(house, secrets, text -> {})) {
                for (Part part : Part.values()) {
                    findings.addAll(ports(house, part, pressRoom.running(part).isPresent()));
                }
                findings.add(secretsAreSecret(house));
                findings.add(durability(pressRoom));
                findings.add(software(pressRoom));
            }
        } else {
            for (Part part : Part.values()) {
                findings.addAll(ports(house, part, false));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> finding.print(out));
        return findings.stream().allMatch(Finding::isFine) ? 0 : 1;
    }

    private static Finding jdk() {
        int version = Runtime.version().feature();
        String what = "JDK " + Runtime.version() + " in " + System.getProperty("java.home");
        return version >= 25
                ? Finding.fine("java", what)
                : Finding.todo("java", what, "Install a JDK 25 and set JAVA_HOME to it.");
    }

    private static Finding maven() {
        return Machine.program("mvn")
                .map(maven ->
                        Finding.fine("maven", Machine.version(maven, "-version").orElse(maven.toString())))
                .orElse(Finding.todo("maven", "missing", "Install it to build: apt-get install maven"));
    }

    private static Finding disk(House house) throws IOException {
        Path existing = house.home();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isWritable(existing)) {
            return Finding.todo(
                    "disk", house.home() + " cannot be written", "Set BROADSHEET_HOME to a folder that can.");
        }
        long free = Files.getFileStore(existing).getUsableSpace();
        String what = gib(free) + " free for " + house.home();
        return free >= 5 * GIB
                ? Finding.fine("disk", what)
                : Finding.todo("disk", what, "Make room, or set BROADSHEET_HOME to a disk that has 5 GiB.");
    }

    private static Finding memory() {
        OptionalLong free = Machine.freeMemory();
        if (free.isEmpty()) {
            return Finding.fine("memory", "this system does not say how much is free");
        }
        String what = gib(free.getAsLong()) + " available";
        return free.getAsLong() >= 3 * GIB
                ? Finding.fine("memory", what)
                : Finding.todo("memory", what, "The platform takes up to 4 GiB: end other programs.");
    }

    private static Finding chromium() {
        return Machine.chromium()
                .map(found -> Finding.fine(
                        "chromium", Machine.version(found, "--version").orElse(found.toString())))
                .orElse(Finding.todo(
                        "chromium",
                        "missing; only the browser tests need it",
                        "ops/broadsheet test installs it where it may, else: apt-get install chromium"));
    }

    private static List<Finding> ports(House house, Part part, boolean isUp) {
        Ports ports = house.ports();
        var findings = new ArrayList<Finding>();
        var needed = new ArrayList<Integer>(List.of(part.port(ports)));
        part.statusPort(ports).filter(port -> !needed.contains(port)).ifPresent(needed::add);
        for (int port : needed) {
            boolean free = PressRoom.isFree(port);
            String where = part.word() + " " + port;
            if (isUp) {
                findings.add(
                        free
                                ? Finding.todo(
                                        where,
                                        "its process runs, but does not answer there",
                                        "ops/broadsheet logs " + part.word())
                                : Finding.fine(where, "ours"));
            } else {
                findings.add(
                        free
                                ? Finding.fine(where, "free")
                                : Finding.todo(
                                        where,
                                        "taken by another program",
                                        "Stop that one, or move all ports:" + " BROADSHEET_PORT_OFFSET=100"));
            }
        }
        return findings;
    }

    private static Finding secretsAreSecret(House house) throws IOException {
        boolean areOurs = Files.getPosixFilePermissions(house.secrets()).stream()
                .noneMatch(permission -> !permission.name().startsWith("OWNER"));
        return areOurs
                ? Finding.fine("secrets", "readable by nobody else")
                : Finding.todo("secrets", "others can read them", "chmod 600 " + house.secrets());
    }

    private static Finding durability(PressRoom pressRoom) {
        LocalPostgres postgres = pressRoom.postgres();
        if (postgres.postmaster().isEmpty()) {
            return Finding.fine("durability", "checked at each start; PostgreSQL is down now");
        }
        try {
            String what = "fsync " + postgres.setting("fsync") + ", synchronous_commit "
                    + postgres.setting("synchronous_commit") + ", full_page_writes "
                    + postgres.setting("full_page_writes") + ", PostgreSQL " + postgres.setting("server_version");
            return postgres.isDurable()
                    ? Finding.fine("durability", what)
                    : Finding.todo(
                            "durability", what, "Take the setting out of postgresql.auto.conf, then down and up.");
        } catch (PostgresTrouble e) {
            return Finding.todo("durability", "PostgreSQL runs but does not answer", "ops/broadsheet logs postgresql");
        }
    }

    private static Finding software(PressRoom pressRoom) {
        List<Path> missing =
                pressRoom.built().stream().filter(jar -> !Files.exists(jar)).toList();
        return missing.isEmpty()
                ? Finding.fine("software", "all parts are built")
                : Finding.todo("software", "not built: " + missing, "mvn -q -DskipTests package");
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) GIB);
    }

    /// One thing that was looked at.
    ///
    /// @param todo what to do about it; empty if it is fine
    private record Finding(String what, String seen, String todo) {

        static Finding fine(String what, String seen) {
            return new Finding(what, seen, "");
        }

        static Finding todo(String what, String seen, String todo) {
            return new Finding(what, seen, todo);
        }

        boolean isFine() {
            return todo.isEmpty();
        }

        void print(PrintWriter out) {
            out.printf(Locale.ROOT, "%-7s %-20s %s%n", isFine() ? "ok" : "TO DO", what, seen);
            if (!isFine()) {
                out.printf(Locale.ROOT, "%-28s -> %s%n", "", todo);
            }
        }
    }
}
