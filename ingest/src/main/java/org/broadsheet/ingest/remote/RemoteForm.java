package org.broadsheet.ingest.remote;

import java.nio.file.FileSystems;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.broadsheet.ingest.feed.Fault;
import org.broadsheet.ingest.feed.FeedSettings;
import org.broadsheet.ingest.feed.FormField;

/// What the desk is asked for wherever files lie on somebody's server.
public final class RemoteForm {

    private RemoteForm() {}

    /// Which files are taken, and what becomes of them.
    public static List<FormField> fields() {
        return List.of(
                FormField.text(
                        "folder", "Folder", "Where the files lie, from the folder one is in after signing in.", "."),
                FormField.text("pattern", "Names", "Which files are taken, such as *.xml or {*.xml,*.jpg}.", "*"),
                FormField.choice(
                        "after",
                        "Afterwards",
                        "What becomes of a file once it is safe here: it stays, is moved, or is removed.",
                        "leave",
                        "move",
                        "delete"),
                FormField.text("moveTo", "Moved to", "For move: a folder beside the files.", "done"),
                FormField.duration(
                        "quiet",
                        "Quiet for",
                        "A file that changes within this time is still being written and left alone.",
                        "3s"),
                FormField.number("mostFiles", "Files a visit", "More are left for the next visit.", 1000),
                FormField.flag(
                        "allowPrivate",
                        "Private addresses",
                        "On where the sender stands inside the house; off, nothing inside can be called."));
    }

    /// What is wrong with these fields, and with the host and port beside them.
    public static List<Fault> faults(FeedSettings settings) {
        List<Fault> faults = new ArrayList<>();
        host(settings, faults);
        try {
            matcher(settings.text("pattern"));
        } catch (PatternSyntaxException | UnsupportedOperationException e) {
            faults.add(new Fault("pattern", "This is no pattern for names, such as *.xml"));
        }
        for (String folder : List.of("folder", "moveTo")) {
            if (settings.text(folder).chars().anyMatch(c -> c < ' ')) {
                faults.add(new Fault(folder, "A folder's name holds no line breaks"));
            }
        }
        if (settings.duration("quiet").toSeconds() > 60) {
            faults.add(new Fault("quiet", "At most a minute"));
        }
        if (settings.number("mostFiles") < 1 || settings.number("mostFiles") > 100_000) {
            faults.add(new Fault("mostFiles", "Between 1 and 100,000"));
        }
        return faults;
    }

    /// What is wrong with a host and a port.
    public static void host(FeedSettings settings, List<Fault> faults) {
        if (!settings.text("host").matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|[0-9A-Fa-f:.]{2,45}")) {
            faults.add(new Fault("host", "This is no name and no address of a host"));
        }
        if (settings.number("port") < 1 || settings.number("port") > 65_535) {
            faults.add(new Fault("port", "A port is a number from 1 to 65,535"));
        }
    }

    static PathMatcher matcher(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }
}
