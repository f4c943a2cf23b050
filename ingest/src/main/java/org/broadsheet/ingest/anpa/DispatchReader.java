package org.broadsheet.ingest.anpa;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.core.spelling.Agencies;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading.Lineage;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.words.EditorNotes;
import org.broadsheet.ingest.words.PurposeReading;
import org.broadsheet.ingest.words.StoryWords;
import org.jspecify.annotations.Nullable;

/// Makes a wire item of a dispatch.
///
/// Its guid is service, number and day (`f0704-2026-11-25`): numbers begin anew each day. The day is that of the
/// heading, in the last year in which it is not in the future; else that of the closing line; else that of arrival.
/// A dispatch whose heading is gone is known by its slug and the words of its version, one without a slug by its
/// content.
///
/// Leads and write-throughs of one slug on one day are one running story ([Lineage], key `SLUG/day`). A take or an add
/// is an item of its own that links to the story's key. A correction that says no number has the key for its guid and
/// no version of its own: whatever stands, it follows.
final class DispatchReader {

    private static final ZoneId ADVANCES = ZoneId.of("America/New_York");

    /// A service that cuts its slugs at twenty characters and numbers no leads: the same slug says nothing.
    private static final Set<String> SLUGS_TELL_NOTHING = Set.of("reute");

    private final Copy copy;
    private final String standard;

    /// @param standard `anpa` or `iptc7901`
    DispatchReader(Copy copy, String standard) {
        this.copy = copy;
        this.standard = standard;
    }

    ParsedItem read(Dispatch dispatch) {
        Heading heading = dispatch.heading();
        Set<String> remarks = new LinkedHashSet<>();
        WireLines lines = WireLines.of(WireCharset.decode(dispatch.text(), remarks::add));
        DispatchText text = text(dispatch, lines);
        LocalDate day = day(heading, text.closing());
        Instant made = made(text.closing(), day);

        SlugWords keyword = SlugWords.of(keyword(heading));
        SlugWords slug = text.slug() == null ? keyword : text.slug().words().or(keyword);
        EditorNotes notes = EditorNotes.read(text.notes(), made, remarks::add);
        StoryWords words = StoryWords.of(text.headline(), "", new Body(text.blocks()));
        Purpose purpose = purpose(words, notes, slug, heading.category());
        String provider = provider(heading, text.closing());
        boolean stated = !slug.followsUnnumbered() || purpose == Purpose.KILL;
        Lineage lineage = lineage(slug, purpose, heading, day);
        String guid = lineage != null && !stated ? lineage.key() : guid(heading, slug, dispatch, day);

        remarks.addAll(text.remarks());
        closingRemarks(dispatch, text, lines, words, remarks);
        WireItem item = words.into(WireItem.builder(copy.feed(), provider, guid, version(slug)))
                .status(status(purpose, slug))
                .purpose(purpose)
                .firstCreated(slug.lead() == 0 ? text.closing().sent() : null)
                .versionCreated(text.closing().sent())
                .receivedAt(copy.receivedAt())
                .embargoedUntil(notes.embargo(advance(slug, day, remarks)))
                .urgency(urgency(heading, remarks))
                .slugline(slug.slug())
                .bylines(text.bylines())
                .editorNotes(text.notes())
                .signals(signals(heading, slug))
                .subjects(subjects(heading, text))
                .links(links(slug, text, day))
                .remarks(List.copyOf(remarks))
                .build();
        return new ParsedItem(item, hash(dispatch), null, stated, stated ? lineage : null);
    }

    private DispatchText text(Dispatch dispatch, WireLines lines) {
        String trailer = WireCharset.decode(dispatch.trailer(), said -> {});
        LocalDate day = day(dispatch.heading(), Closing.of(lines.lines(), trailer));
        Instant made = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        if (standard.equals("anpa")) {
            return AnpaText.read(lines.lines(), trailer, dispatch.heading().tabular(), made);
        }
        List<String> between =
                WireLines.of(WireCharset.decode(dispatch.between(), said -> {})).lines();
        return Iptc7901Text.read(between, lines.lines(), trailer, made);
    }

    private static String keyword(Heading heading) {
        return String.join(
                " ",
                WireLines.of(WireCharset.decode(heading.keyword(), said -> {})).lines());
    }

    private Purpose purpose(StoryWords words, EditorNotes notes, SlugWords slug, String category) {
        Status status = slug.kill() ? Status.CANCELED : Status.USABLE;
        Purpose read = PurposeReading.of(status, List.of(), words.headlineTags(), notes, slug.said());
        if (read == Purpose.KILL || read == Purpose.CORRECTION || read == Purpose.ADVISORY) {
            return read;
        }
        if (slug.correction()) {
            return Purpose.CORRECTION;
        }
        if (slug.advisory() || (standard.equals("anpa") && Categories.isAdvisory(category))) {
            return Purpose.ADVISORY;
        }
        if (slug.writeThrough()) {
            return Purpose.WRITE_THROUGH;
        }
        return slug.take() > 1 || slug.lead() > 0 || slug.followsUnnumbered() ? Purpose.UPDATE : read;
    }

    private static Status status(Purpose purpose, SlugWords slug) {
        if (purpose == Purpose.KILL) {
            return Status.CANCELED;
        }
        return slug.withheld() ? Status.WITHHELD : Status.USABLE;
    }

    private static long version(SlugWords slug) {
        return slug.lead() + 1L;
    }

    private LocalDate day(Heading heading, Closing closing) {
        LocalDate arrived = LocalDate.ofInstant(copy.receivedAt(), ZoneOffset.UTC);
        if (heading.month() > 0) {
            int year = closing.day() == null
                    ? arrived.getYear() + 1
                    : closing.day().getYear() + 1;
            LocalDate latest = (closing.day() == null ? arrived : closing.day()).plusDays(2);
            for (int back = 0; back < 10; back++) {
                YearMonth month = YearMonth.of(year - back, heading.month());
                if (month.isValidDay(heading.day())
                        && !month.atDay(heading.day()).isAfter(latest)) {
                    return month.atDay(heading.day());
                }
            }
        }
        return closing.day() == null ? arrived : closing.day();
    }

    private Instant made(Closing closing, LocalDate day) {
        if (closing.sent() != null) {
            return closing.sent();
        }
        return day.equals(LocalDate.ofInstant(copy.receivedAt(), ZoneOffset.UTC))
                ? copy.receivedAt()
                : day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private String provider(Heading heading, Closing closing) {
        String further = heading.selector();
        int end = 0;
        while (end < further.length() && Character.isLetter(further.charAt(end))) {
            end++;
        }
        String first = further.substring(0, end);
        if (first.equalsIgnoreCase("reute") || closing.agency().equalsIgnoreCase("reuter")) {
            return "Reuters";
        }
        if (!closing.agency().isEmpty()) {
            return closing.agency();
        }
        return end > 1 && Agencies.isKnown(first) ? first : copy.feed();
    }

    private String guid(Heading heading, SlugWords slug, Dispatch dispatch, LocalDate day) {
        if (!heading.sequence().isEmpty()) {
            return heading.service() + heading.sequence() + "-" + day;
        }
        String name = slug.story();
        String said = slug.said().replaceAll("[^A-Za-z0-9]+", "-");
        return (name.isEmpty() ? hash(dispatch).substring(0, 16) : said.isEmpty() ? name : name + "-" + said) + "-"
                + day;
    }

    private @Nullable Lineage lineage(SlugWords slug, Purpose purpose, Heading heading, LocalDate day) {
        String story = slug.story();
        if (story.isEmpty()
                || slug.take() > 1
                || purpose == Purpose.ADVISORY
                || SLUGS_TELL_NOTHING.contains(heading.selector().toLowerCase(Locale.ROOT))) {
            return null;
        }
        return new Lineage(story + "/" + day, slug.lead());
    }

    private @Nullable Integer urgency(Heading heading, Set<String> remarks) {
        if (heading.priority().isEmpty()) {
            return null;
        }
        if (standard.equals("iptc7901")) {
            return Integer.valueOf(heading.priority());
        }
        Integer urgency = Categories.urgency(heading.priority());
        if (urgency == null) {
            remarks.add("Its priority is " + heading.priority() + ", which stands for no urgency");
        }
        return urgency;
    }

    private static @Nullable Instant advance(SlugWords slug, LocalDate day, Set<String> remarks) {
        if (slug.advanceDay() == 0) {
            return null;
        }
        LocalDate until = day;
        for (int ahead = 0; ahead < 62 && until.getDayOfMonth() != slug.advanceDay(); ahead++) {
            until = until.plusDays(1);
        }
        remarks.add("An advance: held until it is " + until + " in New York");
        return until.atStartOfDay(ADVANCES).toInstant();
    }

    private List<String> signals(Heading heading, SlugWords slug) {
        List<String> signals = new ArrayList<>();
        if (!slug.cycle().isEmpty()) {
            signals.add(standard + "-cycle:" + slug.cycle());
        }
        if (!slug.said().isEmpty()) {
            signals.add(standard + "-version:" + slug.said());
        }
        String selector = heading.selector();
        if (!selector.isEmpty() && selector.chars().anyMatch(Character::isLetter)) {
            signals.add(standard + "-selector:" + selector);
        }
        return signals;
    }

    private List<Subject> subjects(Heading heading, DispatchText text) {
        List<Subject> subjects = new ArrayList<>(Categories.subjects(standard, heading.category()));
        for (String keyword : text.keywords()) {
            subjects.add(Subject.topic("", keyword));
        }
        return subjects;
    }

    private static List<WireLink> links(SlugWords slug, DispatchText text, LocalDate day) {
        List<WireLink> links = new ArrayList<>();
        if (slug.take() > 1 && !slug.story().isEmpty()) {
            links.add(new WireLink(slug.story() + "/" + day, WireLink.UPDATES, 0));
        }
        for (String photo : text.photos()) {
            links.add(new WireLink(photo, "irel:associatedWith", links.size()));
        }
        return links;
    }

    private static void closingRemarks(
            Dispatch dispatch, DispatchText text, WireLines lines, StoryWords words, Set<String> remarks) {
        for (String line : text.closing().lines()) {
            remarks.add("It closes with: " + line);
        }
        if (text.closing().more()) {
            remarks.add("More of it is to follow");
        }
        if (lines.dropped() > 0) {
            remarks.add("Control characters left out of its text: " + lines.dropped());
        }
        if (!dispatch.ended()) {
            remarks.add("It has no end of text: it may be cut short");
        }
        Integer stated = dispatch.heading().words();
        int found = words.body().words();
        if (stated != null && stated >= 40 && found < stated / 2) {
            remarks.add("The heading says " + stated + " words, " + found + " came: it may be cut short");
        }
    }

    /// The words as sent, without the heading: sent again under another number it is the same content.
    private static String hash(Dispatch dispatch) {
        return ContentHash.of((dispatch.heading().keyword() + "\n" + dispatch.between() + "\n" + dispatch.text())
                .getBytes(StandardCharsets.ISO_8859_1));
    }
}
