package org.broadsheet.ops.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.jspecify.annotations.Nullable;

/// One version of a story of the invented agency, and what the demo desk does with it, as its copy file says.
///
/// @param sheet the file it was read from
/// @param name the last part of its guid; its file is called `name.version.txt`
/// @param minutesAgo when the agency sent it
/// @param embargoMinutes how long from now it is held; 0 for not at all
/// @param desk what the desk does with it
/// @param outAfter minutes from the wire to the page
/// @param afterChoices whether it arrives only after the desk has chosen
/// @param bundled whether a package, not a link, binds it to its pictures
/// @param pictures names of its pictures, the leading one first
record StorySheet(
        CopySheet sheet,
        String name,
        int version,
        int minutesAgo,
        int embargoMinutes,
        boolean canceled,
        int urgency,
        String section,
        Desk desk,
        int outAfter,
        boolean afterChoices,
        boolean bundled,
        List<String> pictures) {

    private static final Set<String> ONCE = Set.of(
            "Guid",
            "Version",
            "Minutes-Ago",
            "Embargo-Minutes",
            "Status",
            "Urgency",
            "Headline",
            "Slugline",
            "Section",
            "Desk",
            "Out-After",
            "Arrives",
            "Bound-By",
            "Kicker",
            "Standfirst",
            "Desk-Slugline");
    private static final Set<String> OFTEN =
            Set.of("Byline", "Topic", "Place", "Person", "Organisation", "Note", "Signal", "Picture");
    private static final Set<String> SECTIONS = Set.of("world", "nation", "business", "technology", "sport", "culture");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TOPIC = Pattern.compile("(medtop:\\d{8}) (.+)");
    private static final Pattern NOTE = Pattern.compile("(?:\\((edNoteRole:[a-z]+)\\) )?(.+)");

    /// What the demo desk does with an item.
    enum Desk {
        PUBLISH,
        TAKE,
        LEAVE
    }

    /// Reads a copy file strictly.
    static StorySheet read(String file, String text) {
        CopySheet sheet = CopySheet.read(file, text, ONCE, OFTEN);
        DateWords.check(sheet);
        CopyMarkup.check(sheet);
        String name = sheet.need("Guid");
        if (!NAME.matcher(name).matches()) {
            throw new CopyUnreadable(file, 1, "Guid is “" + name + "”, not lower-case words joined by hyphens");
        }
        sheet.need("Headline");
        sheet.need("Slugline");
        sheet.need("Section");
        if (sheet.body().isBlank()) {
            throw new CopyUnreadable(file, sheet.bodyLine(), "the story has no text");
        }
        StorySheet story = new StorySheet(
                sheet,
                name,
                sheet.number("Version", 1, 99),
                sheet.number("Minutes-Ago", 0, 4320),
                sheet.number("Embargo-Minutes", 1, 10_000, 0),
                sheet.oneOf("Status", Set.of("usable", "canceled"), "usable").equals("canceled"),
                sheet.number("Urgency", 1, 8),
                sheet.oneOf("Section", SECTIONS, ""),
                desk(sheet.oneOf("Desk", Set.of("publish", "take", "leave"), "leave")),
                sheet.number("Out-After", 1, 600, 12),
                sheet.oneOf("Arrives", Set.of("before", "after-choices"), "before")
                        .equals("after-choices"),
                sheet.oneOf("Bound-By", Set.of("link", "package"), "link").equals("package"),
                sheet.values("Picture"));
        story.subjects();
        return story;
    }

    String headline() {
        return sheet.need("Headline");
    }

    String slugline() {
        return sheet.need("Slugline");
    }

    @Nullable
    String header(String key) {
        return sheet.find(key).orElse(null);
    }

    List<String> bylines() {
        return sheet.values("Byline");
    }

    List<String> signals() {
        return sheet.values("Signal");
    }

    List<EditorNote> notes() {
        return sheet.values("Note").stream()
                .map(note -> {
                    Matcher parts = NOTE.matcher(note);
                    return parts.matches() && parts.group(1) != null
                            ? new EditorNote(parts.group(1), parts.group(2))
                            : new EditorNote("", note);
                })
                .toList();
    }

    List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (CopySheet.Header topic : sheet.every("Topic")) {
            Matcher parts = TOPIC.matcher(topic.value());
            if (!parts.matches()) {
                throw new CopyUnreadable(
                        sheet.file(), topic.line(), "Topic is “" + topic.value() + "”, not a medtop code and its name");
            }
            subjects.add(Subject.topic(parts.group(1), parts.group(2)));
        }
        sheet.values("Place").forEach(place -> subjects.add(new Subject("", Subject.Kind.PLACE, place)));
        sheet.values("Person").forEach(person -> subjects.add(new Subject("", Subject.Kind.PERSON, person)));
        sheet.values("Organisation").forEach(body -> subjects.add(new Subject("", Subject.Kind.ORGANISATION, body)));
        return List.copyOf(subjects);
    }

    private static Desk desk(String word) {
        return switch (word) {
            case "publish" -> Desk.PUBLISH;
            case "take" -> Desk.TAKE;
            default -> Desk.LEAVE;
        };
    }
}
