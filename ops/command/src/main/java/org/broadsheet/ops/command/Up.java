package org.broadsheet.ops.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.broadsheet.ops.command.demo.DemoDay;
import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.house.HouseLock;
import org.broadsheet.ops.command.house.Ports;
import org.broadsheet.ops.command.house.Secrets;
import org.broadsheet.ops.command.pressroom.PressRoom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Brings the whole platform up and leaves it running in the background.",
            "What already runs is left alone; what a killed run left behind is taken over or stopped."
        })
@SuppressWarnings("NullAway.Init") // set by picocli before it is called
final class Up implements Callable<Integer> {

    @ParentCommand
    private Broadsheet broadsheet;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--demo",
            description = "Also fill it: an invented newspaper with staff, wire copy and a front page.")
    private boolean demo;

    @Override
    public Integer call() {
        House house = broadsheet.house();
        PrintWriter out = spec.commandLine().getOut();
        house.open();
        try (HouseLock _ = HouseLock.take(house)) {
            Secrets secrets = Secrets.of(house);
            out.println("Bringing Broadsheet up in " + house.home());
            boolean fills = demo && !DemoDay.isDone(house);
            Optional<DemoDay> day = fills
                    ? Optional.of(DemoDay.prepare(house, secrets, InstantSource.system(), out::println))
                    : Optional.empty();
            try (var pressRoom = new PressRoom(house, secrets, out::println)) {
                pressRoom.bringUp();
            }
            day.ifPresent(DemoDay::run);
        }
        out.println();
        out.println("  Site     " + Ports.at(house.ports().cms()) + "/");
        out.println("  Desk     " + Ports.at(house.ports().cms()) + "/desk");
        out.println("  Feeds    " + house.feeds());
        out.println("  Logs     " + house.logs() + "  (or: ops/broadsheet logs)");
        if (Files.exists(house.demoLogins())) {
            out.println("  Logins   " + house.demoLogins());
        }
        return 0;
    }
}
