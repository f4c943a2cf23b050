package org.broadsheet.ops.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.ops.command.house.DropFolder;
import org.broadsheet.ops.command.house.Dropping;
import org.broadsheet.ops.command.house.House;
import org.broadsheet.ops.command.house.Receipt;
import org.broadsheet.ops.command.house.Secrets;
import org.broadsheet.ops.command.house.ServiceLine;
import org.broadsheet.ops.command.house.Trouble;
import org.broadsheet.ops.command.pressroom.Part;
import org.broadsheet.ops.command.pressroom.PressRoom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Drops files into a feed's folder and waits until each is settled or quarantined; prints which.",
            "The exit code is 0 if all were settled, else 1."
        })
@SuppressWarnings("NullAway.Init") // set by picocli before it is called
final class Ingest implements Callable<Integer> {

    @ParentCommand
    private Broadsheet broadsheet;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FEED",
            description = "The feed they come in on, such as demo; made if it is new.")
    private String feed;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "The files, wire copy or pictures.")
    private List<Path> files;

    @Override
    public Integer call() {
        House house = broadsheet.house();
        Map<String, byte[]> contents = read(files);
        if (!Files.exists(house.secrets())) {
            throw notUp();
        }
        Secrets secrets = Secrets.of(house);
        try (var pressRoom = new PressRoom(house, secrets, text -> {});
                var services = new ServiceLine(secrets.token())) {
            if (pressRoom.running(Part.INGEST).isEmpty()) {
                throw notUp();
            }
            var dropping = new Dropping(services, house.ports().ingest(), new DropFolder(house, feed));
            return drop(dropping, contents, spec.commandLine().getOut());
        }
    }

    private static int drop(Dropping dropping, Map<String, byte[]> contents, PrintWriter out) {
        contents.forEach(dropping::drop);
        int quarantined = 0;
        for (Dropping.Ended ended : dropping.waitForAll()) {
            Receipt receipt = ended.receipt();
            if (receipt.isQuarantined()) {
                quarantined++;
                out.println(ended.name() + ": quarantined: " + receipt.reason());
            } else {
                out.println(ended.name() + ": settled");
            }
            List<Receipt.Item> items = receipt.items();
            if (items != null) {
                items.forEach(item -> out.println("    " + item.outcome() + "  " + item.guid() + " version "
                        + item.version() + (item.headline() == null ? "" : "  " + item.headline())));
            }
        }
        return quarantined == 0 ? 0 : 1;
    }

    private static Map<String, byte[]> read(List<Path> files) {
        var contents = new LinkedHashMap<String, byte[]>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new Trouble("There is no file " + file + ". Nothing was dropped.");
            }
            try {
                if (contents.put(file.getFileName().toString(), Files.readAllBytes(file)) != null) {
                    throw new Trouble("Two of the files are called " + file.getFileName() + ". Nothing was dropped.");
                }
            } catch (IOException e) {
                throw new Trouble("The file " + file + " cannot be read. Nothing was dropped.", e);
            }
        }
        return contents;
    }

    private static Trouble notUp() {
        return new Trouble("The platform is not up, so nobody would take the files in. Bring it up: ops/broadsheet up");
    }
}
