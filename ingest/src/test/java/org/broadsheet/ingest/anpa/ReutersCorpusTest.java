package org.broadsheet.ingest.anpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.core.spelling.Spacing;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.HeadlineGrammar;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ops.newsroom.corpus.ReutersCorpus;
import org.broadsheet.ops.newsroom.corpus.ReutersStory;
import org.broadsheet.ops.newsroom.corpus.ReutersWire;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The whole of Reuters-21578 as ANPA 1312: 21,578 dispatches of a real wire, read one by one.
class ReutersCorpusTest {

    private static final int REPORTED = 30;

    @Test
    void everyStoryOfTheCorpusIsOneItemWithItsHeadlineAndAllOfItsText() throws Exception {
        Path folder = ReutersCorpus.folder(Path.of("").toAbsolutePath().getParent(), System.getenv());
        List<Path> files = ReutersCorpus.files(folder);
        Assumptions.assumeFalse(files.isEmpty(), "The Reuters-21578 corpus is not here (BROADSHEET_CORPORA)");

        ReutersWire wire = new ReutersWire();
        Set<String> ids = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        int stories = 0;
        int bad = 0;
        for (Path file : files) {
            for (ReutersStory story : ReutersCorpus.stories(file)) {
                stories++;
                List<ParsedItem> items =
                        Wires.all(Wires.ANPA, Wires.copy(wire.dispatch(story).bytes()));
                assertThat(items).as("story %d", story.number()).hasSize(1);
                WireItem item = items.getFirst().item();
                if (!ids.add(item.provider() + " " + item.guid())) {
                    wrong.add(story.number() + " has the id of another: " + item.guid());
                }
                String fault = fault(story, item);
                if (fault != null) {
                    bad++;
                    if (bad <= REPORTED) {
                        wrong.add(story.number() + ": " + fault);
                    }
                }
            }
        }

        assertThat(wrong).as("%d of %d stories", bad, stories).isEmpty();
        assertThat(stories).isEqualTo(ids.size()).isGreaterThan(20_000);
    }

    /// What of a story did not come through; `null` where all did. Normalised as documented: no white space, no control
    /// characters, typewriter dashes and quotation marks as they are printed, closing lines as remarks.
    private static String fault(ReutersStory story, WireItem item) {
        if (!story.title().isEmpty()) {
            String title = HeadlineGrammar.read(Spacing.tidy(story.title().replaceAll("\\p{Cntrl}", "")))
                    .headline();
            if (!item.headline().equals(SetType.readable(title))) {
                return "headline <" + item.headline() + "> for <" + title + ">";
            }
        }
        String author = item.bylines().isEmpty()
                ? story.author()
                : story.author().replaceFirst("(?i)^by ", "").replace(" and ", " ");
        String sent = dense(author + "\n" + story.dateline() + story.body());
        String head = story.title().isEmpty() ? dense(tagged(item)) : "";
        String body = dense(item.body().plainText());
        String notes =
                dense(item.editorNotes().stream().map(WireItem.EditorNote::text).collect(Collectors.joining()));
        String bylines = dense(String.join("", item.bylines()));
        int at = sent.lastIndexOf(body);
        if (at < 0) {
            return "text <" + item.body().plainText() + "> for <" + story.body() + ">";
        }
        Dateline dateline = item.dateline();
        String before = letters(sent.substring(0, at));
        String fields = letters(head
                + notes
                + bylines
                + Objects.toString(dateline.place(), "")
                + Objects.toString(dateline.day(), "")
                + Objects.toString(dateline.agency(), ""));
        if (!sorted(before).equals(sorted(fields))) {
            return "before the text <" + before + "> but in fields <" + fields + ">";
        }
        String behind = letters(sent.substring(at + body.length()));
        String signed = letters(item.signOff().print() + closing(item));
        return sorted(behind).equals(sorted(signed))
                ? null
                : "behind the text <" + behind + "> but signed <" + signed + ">";
    }

    /// The lines a dispatch closes with are no text; the desk finds them in the remarks. The last is the tool's own.
    private static String closing(WireItem item) {
        return item.remarks().stream()
                .filter(remark -> remark.startsWith("It closes with: ") && !remark.contains("RTR-WF-"))
                .map(remark -> remark.substring("It closes with: ".length()))
                .collect(Collectors.joining("\n"));
    }

    private static String tagged(WireItem item) {
        return item.headlineTags().stream().map(tag -> tag.printed()).collect(Collectors.joining()) + item.headline();
    }

    private static String dense(String text) {
        String printed = text.replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F]", "")
                .replace("``", "\u201C")
                .replace("''", "\u201D")
                .replace("\u2014", "--");
        return printed.replaceAll("\\s+", "");
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(java.util.Locale.ROOT);
    }

    private static String sorted(String text) {
        return text.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }
}
