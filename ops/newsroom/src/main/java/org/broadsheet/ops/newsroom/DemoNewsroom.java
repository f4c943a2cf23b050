package org.broadsheet.ops.newsroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The invented newspaper *The Harbour Times* and its agency *Agence Nord*: masthead, staff, three days of wire copy
/// with its pictures, and what the desk makes of it.
///
/// Everything is the same in every run but the dates, which are counted back from `now`. The same `now` makes the
/// same bytes, file by file: whoever keeps the `now` of the first run and gives it again can drop the wire as often
/// as they like, and intake sees repeats. File names, guids and version numbers never change, so a receipt for a
/// file name shows that it need not be dropped again.
public final class DemoNewsroom {

    /// The agency, as its items name the provider.
    public static final String AGENCY = "Agence Nord";

    /// The newspaper's and the agency's clock.
    public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    static final String COPY = "newsroom/copy/";
    static final String PICTURES = "newsroom/pictures.txt";
    private static final String TAG = "tag:agencenord.example,2026:";

    private final List<StorySheet> stories;
    private final Map<String, PictureSheet> pictures;

    /// Reads all copy.
    ///
    /// @throws CopyUnreadable if a copy file breaks the format; names file and line
    public DemoNewsroom() {
        this.stories = resource(COPY + "index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> StorySheet.read(line, resource(COPY + line)))
                .toList();
        Map<String, PictureSheet> byName = new TreeMap<>();
        PictureSheet.readAll("pictures.txt", resource(PICTURES)).forEach(sheet -> byName.put(sheet.name(), sheet));
        this.pictures = byName;
        for (StorySheet story : stories) {
            for (CopySheet.Header picture : story.sheet().every("Picture")) {
                if (!pictures.containsKey(picture.value())) {
                    throw new CopyUnreadable(
                            story.sheet().file(), picture.line(), "no such picture: " + picture.value());
                }
            }
        }
    }

    /// The newspaper's name, sections and promos.
    public DemoMasthead masthead() {
        return HarbourTimes.MASTHEAD;
    }

    /// Who works there. Passwords are made by whoever lets them in.
    public List<DemoStaff> staff() {
        return HarbourTimes.STAFF;
    }

    /// The wire in the order it is sent: files to be dropped before the desk chooses, then those that arrive after.
    ///
    /// @param now what all dates are counted back from
    /// @param pictureCache where drawn pictures are kept from run to run; made where it is missing
    public List<WireFile> wire(Instant now, Path pictureCache) {
        return new WireDay(this, now).files(pictureCache);
    }

    /// What comes in beside the agency's own wire: other feeds, in other formats.
    ///
    /// @param now what all dates are counted back from
    public List<FeedFile> otherWires(Instant now) {
        return new OtherWires(now, DemoNewsroom::resource).files();
    }

    /// What the desk does with the wire, the oldest item first.
    public List<Choice> choices() {
        return stories.stream()
                .filter(story -> story.desk() != StorySheet.Desk.LEAVE)
                .sorted(Comparator.comparingInt((StorySheet story) -> story.minutesAgo() - story.outAfter())
                        .reversed())
                .map(story -> new Choice(
                        AGENCY,
                        storyGuid(story.name()),
                        story.version(),
                        story.section(),
                        story.header("Kicker"),
                        story.header("Standfirst"),
                        story.header("Desk-Slugline"),
                        story.outAfter(),
                        Math.max(0, story.minutesAgo() - story.outAfter()),
                        story.desk() == StorySheet.Desk.PUBLISH))
                .toList();
    }

    List<StorySheet> stories() {
        return stories;
    }

    List<PictureSheet> pictures() {
        return new ArrayList<>(pictures.values());
    }

    static String storyGuid(String name) {
        return TAG + "copy:" + name;
    }

    static String pictureGuid(String name) {
        return TAG + "photo:" + name;
    }

    static String packageGuid(String name) {
        return TAG + "package:" + name;
    }

    private static String resource(String name) {
        try (InputStream in = DemoNewsroom.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new CopyUnreadable(name, 0, "the file is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
