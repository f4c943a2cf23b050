package org.broadsheet.ops.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.broadsheet.core.log.LogFollower;
import org.broadsheet.core.log.PartStatus;
import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.house.Secrets;
import org.broadsheet.ops.command.house.ServiceLine;
import org.broadsheet.ops.command.pressroom.Part;
import org.broadsheet.ops.command.pressroom.PressRoom;
import org.broadsheet.ops.postgresql.LocalPostgres;
import org.broadsheet.ops.postgresql.PostgresTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "One line a part: up or down, port, since when, version, lag of each log reader.",
            "The exit code is 0 if all parts are up, else 1."
        })
@SuppressWarnings("NullAway.Init") // set by picocli before it is called
final class Status implements Callable<Integer> {

    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    @ParentCommand
    private Broadsheet broadsheet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        House house = broadsheet.house();
        PrintWriter out = spec.commandLine().getOut();
        boolean allUp = true;
        if (!Files.exists(house.secrets())) {
            for (Part part : Part.values()) {
                out.println(line(part, "down", part.port(house.ports()), "", "", ""));
            }
            return 1;
        }
        Secrets secrets = Secrets.of(house);
        try (var pressRoom = new PressRoom(house, secrets, text -> {});
                var services = new ServiceLine(secrets.token())) {
            for (Part part : Part.values()) {
                allUp &= say(part, house, pressRoom, services, out);
            }
        }
        return allUp ? 0 : 1;
    }

    private static boolean say(Part part, House house, PressRoom pressRoom, ServiceLine services, PrintWriter out) {
        int port = part.port(house.ports());
        Optional<ProcessHandle> process = pressRoom.running(part);
        if (process.isEmpty()) {
            out.println(line(part, "down", port, "", "", ""));
            return false;
        }
        String since = process.get().info().startInstant().map(SINCE::format).orElse("");
        try {
            Optional<Integer> asks = part.statusPort(house.ports());
            if (asks.isPresent()) {
                PartStatus status = services.status(asks.get());
                out.println(line(part, "up", port, since, status.version(), lags(status)));
                status.remarks().forEach(remark -> out.println("                 " + remark));
            } else if (part == Part.POSTGRESQL) {
                LocalPostgres postgres = pressRoom.postgres();
                String durable = postgres.isDurable() ? "durable" : "NOT DURABLE: run ops/broadsheet doctor";
                out.println(line(part, "up", port, since, postgres.setting("server_version"), durable));
            } else {
                Optional<String> version = pressRoom.elasticsearchVersion();
                out.println(line(part, version.isPresent() ? "up" : "silent", port, since, version.orElse(""), ""));
                return version.isPresent();
            }
            return true;
        } catch (ServiceLine.ServiceSilent | PostgresTrouble e) {
            out.println(line(part, "silent", port, since, "", "its process runs, but it does not answer: see its log"));
            return false;
        }
    }

    private static String lags(PartStatus status) {
        return status.readers().stream().map(Status::lag).collect(Collectors.joining(", "));
    }

    private static String lag(LogFollower.Standing reader) {
        String behind = reader.lag() == 0 ? "in step" : reader.lag() + " behind";
        String trouble = reader.trouble() == null ? "" : " (" + reader.trouble() + ")";
        return reader.log() + " log " + behind + trouble;
    }

    private static String line(Part part, String state, int port, String since, String version, String more) {
        return String.format(
                        Locale.ROOT, "%-14s %-7s %-6d %-20s %-16s %s", part.word(), state, port, since, version, more)
                .stripTrailing();
    }
}
