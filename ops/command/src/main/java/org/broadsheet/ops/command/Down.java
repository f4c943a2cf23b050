package org.broadsheet.ops.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.house.HouseLock;
import org.broadsheet.ops.command.house.Secrets;
import org.broadsheet.ops.command.pressroom.PressRoom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = {"Stops everything cleanly; nothing is lost.", "Also stops what a killed run left behind."})
@SuppressWarnings("NullAway.Init") // set by picocli before it is called
final class Down implements Callable<Integer> {

    @ParentCommand
    private Broadsheet broadsheet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        House house = broadsheet.house();
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.exists(house.secrets())) {
            out.println("Nothing was ever brought up in " + house.home());
            return 0;
        }
        house.open();
        try (HouseLock _ = HouseLock.take(house);
                var pressRoom = new PressRoom(house, Secrets.of(house), out::println)) {
            pressRoom.takeDown();
        }
        return 0;
    }
}
