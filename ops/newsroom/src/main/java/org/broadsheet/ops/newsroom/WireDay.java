package org.broadsheet.ops.newsroom;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ops.newsroom.painting.Darkroom;

/// The wire of one `now`: every story, picture and package as a file, with its dates filled in.
final class WireDay {

    private final DemoNewsroom newsroom;
    private final Instant now;
    private final WireCopyWriter writer = new WireCopyWriter(DemoNewsroom.AGENCY, DemoNewsroom.ZONE);
    private final Map<String, Integer> firstMinutesAgo = new HashMap<>();

    WireDay(DemoNewsroom newsroom, Instant now) {
        this.newsroom = newsroom;
        this.now = now;
        for (StorySheet story : newsroom.stories()) {
            firstMinutesAgo.merge(story.name(), story.minutesAgo(), Math::max);
        }
    }

    List<WireFile> files(Path pictureCache) {
        Darkroom darkroom = new Darkroom(pictureCache);
        List<WireFile> files = new ArrayList<>();
        newsroom.pictures().parallelStream()
                .map(sheet -> pictureFiles(sheet, darkroom.develop(sheet.scene(), sheet.seed())))
                .toList()
                .forEach(files::addAll);
        for (StorySheet story : newsroom.stories()) {
            files.addAll(storyFiles(story));
        }
        files.sort(Comparator.comparing(WireFile::afterChoices)
                .thenComparing(WireFile::sentAt)
                .thenComparing(WireFile::name));
        return List.copyOf(files);
    }

    WireCopy copy(StorySheet story) {
        Instant written = ago(story.minutesAgo());
        return new WireCopy(
                DemoNewsroom.storyGuid(story.name()),
                story.version(),
                ago(firstMinutesAgo.getOrDefault(story.name(), story.minutesAgo())),
                written,
                story.embargoMinutes() == 0 ? null : now.plus(Duration.ofMinutes(story.embargoMinutes())),
                story.canceled(),
                story.urgency(),
                words(story.headline(), written),
                story.slugline(),
                story.bylines(),
                story.subjects(),
                story.notes().stream()
                        .map(note -> new org.broadsheet.core.wire.WireItem.EditorNote(
                                note.role(), words(note.text(), written)))
                        .toList(),
                story.signals(),
                story.bundled()
                        ? List.of()
                        : story.pictures().stream()
                                .map(DemoNewsroom::pictureGuid)
                                .toList(),
                words(story.sheet().body(), written));
    }

    WirePhoto photo(PictureSheet sheet) {
        Instant sentAt = pictureSentAt(sheet);
        Instant takenAt = sheet.takenDaysAgo() == 0
                ? sentAt.minus(Duration.ofMinutes(35))
                : sentAt.minus(Duration.ofDays(sheet.takenDaysAgo()));
        CopySheet text = sheet.sheet();
        return new WirePhoto(
                DemoNewsroom.pictureGuid(sheet.name()),
                1,
                sentAt,
                takenAt,
                sheet.fileName(),
                text.need("Headline"),
                words(text.need("Caption"), takenAt),
                text.need("Credit"),
                text.need("Photographer"),
                text.need("Source"),
                text.need("Alt"),
                text.need("City"),
                text.need("Country"),
                text.values("Keyword"),
                text.find("Instructions").orElse(""));
    }

    private List<WireFile> pictureFiles(PictureSheet sheet, Darkroom.Print print) {
        WirePhoto photo = photo(sheet);
        byte[] jpeg = PictureSlip.paste(print.jpeg(), photo, DemoNewsroom.ZONE);
        byte[] item = writer.picture(photo, print.width(), print.height(), jpeg.length);
        boolean late = users(sheet.name()).stream().allMatch(StorySheet::afterChoices);
        // Some agencies send the item first, some the file: here it depends on the name, so that both are seen.
        boolean itemFirst = sheet.name().length() % 3 == 0;
        return List.of(
                new WireFile(sheet.fileName(), photo.sentAt().plusSeconds(itemFirst ? 5 : 0), late, () -> jpeg),
                new WireFile(
                        sheet.name() + ".photo.xml", photo.sentAt().plusSeconds(itemFirst ? 0 : 5), late, () -> item));
    }

    private List<WireFile> storyFiles(StorySheet story) {
        WireCopy copy = copy(story);
        List<WireFile> files = new ArrayList<>();
        files.add(new WireFile(
                story.name() + "." + story.version() + ".xml",
                copy.versionCreated(),
                story.afterChoices(),
                () -> writer.text(copy)));
        if (story.bundled()) {
            Instant made = copy.versionCreated().plusSeconds(20);
            files.add(new WireFile(
                    story.name() + "." + story.version() + ".package.xml",
                    made,
                    story.afterChoices(),
                    () -> writer.bundle(
                            DemoNewsroom.packageGuid(story.name()),
                            story.version(),
                            made,
                            copy.headline(),
                            copy.guid(),
                            story.pictures().stream()
                                    .map(DemoNewsroom::pictureGuid)
                                    .toList())));
        }
        return files;
    }

    private Instant pictureSentAt(PictureSheet sheet) {
        int story = users(sheet.name()).stream()
                .mapToInt(StorySheet::minutesAgo)
                .max()
                .orElseThrow(() -> new CopyUnreadable(
                        sheet.sheet().file(), sheet.sheet().firstLine(), "no story uses the picture " + sheet.name()));
        return sheet.afterText() ? ago(story).plusSeconds(90) : ago(story).minusSeconds(240);
    }

    private List<StorySheet> users(String picture) {
        return newsroom.stories().stream()
                .filter(story -> story.pictures().contains(picture))
                .toList();
    }

    private Instant ago(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    private static String words(String text, Instant written) {
        return DateWords.fill(text, written, DemoNewsroom.ZONE);
    }
}
