package org.broadsheet.ops.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.core.desk.Role;
import org.broadsheet.core.story.HeadlineGrammar;
import org.broadsheet.core.story.HeadlineTag;
import org.junit.jupiter.api.Test;

class DemoNewsroomTest {

    private static final Pattern GUID = Pattern.compile(" guid=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile(" version=\"(\\d+)\" standard");
    private static final Pattern RESIDREF = Pattern.compile("residref=\"([^\"]+)\"");
    private static final Pattern HREF = Pattern.compile("remoteContent [^>]*href=\"([^\"]+)\"");

    /// Names that a reader could take for real; the demo newsroom is invented throughout.
    private static final List<String> REAL_NAMES = List.of(
            "Reuters",
            "Associated Press",
            "Agence France",
            "AFP",
            "Getty",
            "Bloomberg",
            "Sputnik",
            "Xinhua",
            "BBC",
            "Guardian",
            "New York",
            "London",
            "Paris",
            "Berlin",
            "Moscow",
            "Beijing",
            "Washington",
            "Oslo",
            "Stockholm",
            "Copenhagen",
            "Norway",
            "Sweden",
            "Denmark",
            "Finland",
            "Russia",
            "Ukraine",
            "China",
            "Germany",
            "France",
            "Britain",
            "Europe",
            "America",
            "Putin",
            "Trump",
            "Biden",
            "Merkel",
            "Google",
            "Apple ",
            "Microsoft",
            "Amazon",
            "Facebook",
            "Tesla",
            "Maersk",
            "Ericsson",
            "Nokia",
            "Equinor",
            "Lego",
            "WhatsApp",
            "FIFA",
            "UEFA");

    @Test
    void theWireHoldsAFrontPagesWorthOfStoriesAndPictures() {
        Set<String> stories =
                TheWire.NEWSROOM.stories().stream().map(StorySheet::name).collect(Collectors.toSet());

        assertThat(stories).hasSizeGreaterThanOrEqualTo(45);
        assertThat(TheWire.NEWSROOM.pictures()).hasSizeGreaterThanOrEqualTo(28);
        assertThat(TheWire.files().stream().filter(file -> file.name().endsWith(".jpg")))
                .hasSameSizeAs(TheWire.NEWSROOM.pictures());
        Map<String, Long> bySection = TheWire.NEWSROOM.stories().stream()
                .filter(story -> story.version() == 1)
                .collect(Collectors.groupingBy(StorySheet::section, Collectors.counting()));
        assertThat(bySection)
                .containsOnlyKeys("world", "nation", "business", "technology", "sport", "culture")
                .allSatisfy((section, count) -> assertThat(count).as(section).isGreaterThanOrEqualTo(6));
    }

    @Test
    void everyStoryHasBetween200And700Words() {
        for (StorySheet story : TheWire.NEWSROOM.stories()) {
            assertThat(CopyMarkup.words(story.sheet().body()))
                    .as(story.sheet().file())
                    .isBetween(200, 700);
        }
    }

    @Test
    void everyCopyFileOfTheFolderIsInTheIndex() throws IOException {
        Path folder = Path.of("src/main/resources/newsroom/copy");
        try (var files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.txt"))
                    .sorted()
                    .toList();

            assertThat(TheWire.NEWSROOM.stories().stream()
                            .map(story -> story.sheet().file())
                            .sorted())
                    .isEqualTo(names);
        }
        for (StorySheet story : TheWire.NEWSROOM.stories()) {
            assertThat(story.sheet().file()).isEqualTo(story.name() + "." + story.version() + ".txt");
        }
    }

    @Test
    void theWireIsSpreadOverThreeDaysAndEndsNow() {
        List<Instant> sent = TheWire.files().stream().map(WireFile::sentAt).toList();

        assertThat(sent)
                .allSatisfy(at -> assertThat(at).isBetween(TheWire.NOW.minus(Duration.ofHours(72)), TheWire.NOW));
        assertThat(sent.stream().filter(at -> at.isBefore(TheWire.NOW.minus(Duration.ofHours(48)))))
                .hasSizeGreaterThan(10);
        assertThat(sent.stream().filter(at -> at.isAfter(TheWire.NOW.minus(Duration.ofHours(6)))))
                .hasSizeGreaterThan(10);
    }

    @Test
    void filesComeInSendingOrderAndThoseAfterTheChoicesLast() {
        List<WireFile> files = TheWire.files();

        for (int i = 1; i < files.size(); i++) {
            WireFile before = files.get(i - 1);
            WireFile file = files.get(i);
            assertThat(before.afterChoices() && !file.afterChoices())
                    .as(file.name())
                    .isFalse();
            if (before.afterChoices() == file.afterChoices()) {
                assertThat(file.sentAt()).as(file.name()).isAfterOrEqualTo(before.sentAt());
            }
        }
        assertThat(files.stream().filter(WireFile::afterChoices).map(WireFile::name))
                .containsExactlyInAnyOrder("lowmark-vote.2.xml", "ferry-adrift.2.xml");
        assertThat(files.stream().map(WireFile::name)).doesNotHaveDuplicates();
    }

    @Test
    void theSameNowMakesTheSameBytes() {
        Map<String, WireFile> again = new DemoNewsroom()
                .wire(TheWire.NOW, TheWire.printFolder()).stream()
                        .collect(Collectors.toMap(WireFile::name, Function.identity()));

        for (WireFile file : TheWire.files()) {
            assertThat(again.get(file.name()).bytes()).as(file.name()).isEqualTo(file.bytes());
        }
    }

    @Test
    void anotherNowKeepsNamesGuidsAndVersions() {
        List<WireFile> nextWeek = new DemoNewsroom().wire(TheWire.NOW.plus(Duration.ofDays(7)), TheWire.printFolder());

        assertThat(identities(nextWeek)).isEqualTo(identities(TheWire.files()));
        assertThat(xml(nextWeek, "cup-final.1.xml")).isNotEqualTo(xml(TheWire.files(), "cup-final.1.xml"));
    }

    @Test
    void weekdaysAreCountedFromNow() {
        // 2026-11-24 is a Tuesday; the deal was sent 48 minutes before noon in the newspaper's zone.
        String deal = xml(TheWire.files(), "harbour-fees.2.xml");

        assertThat(deal)
                .contains(
                        "agreed on Tuesday to a single schedule",
                        "by two thirds on November 7",
                        "Queues to clear by Friday")
                .doesNotContain("{");
    }

    @Test
    void everyLinkLeadsToAnItemOfTheWire() {
        Set<String> guids = new java.util.HashSet<>();
        items().forEach(item -> guids.add(first(GUID, item)));

        int links = 0;
        for (String item : items()) {
            for (Matcher link = RESIDREF.matcher(item); link.find(); links++) {
                assertThat(guids).contains(link.group(1));
            }
        }
        assertThat(links).isGreaterThan(30);
    }

    @Test
    void everyPictureItemNamesAFileOfTheWire() {
        Set<String> names = TheWire.files().stream().map(WireFile::name).collect(Collectors.toSet());
        List<String> hrefs = new ArrayList<>();
        for (String item : items()) {
            Matcher href = HREF.matcher(item);
            if (href.find()) {
                hrefs.add(href.group(1));
            }
        }

        assertThat(hrefs).hasSameSizeAs(TheWire.NEWSROOM.pictures()).doesNotHaveDuplicates();
        assertThat(names).containsAll(hrefs);
    }

    @Test
    void everyChoiceIsAboutAVersionThatIsThereWhenTheDeskChooses() {
        Map<String, Long> newest = new HashMap<>();
        TheWire.files().stream()
                .filter(file -> file.name().endsWith(".xml") && !file.afterChoices())
                .map(WireFile::bytes)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .forEach(item -> newest.merge(first(GUID, item), Long.valueOf(first(VERSION, item)), Math::max));
        Set<String> sections = TheWire.NEWSROOM.masthead().sections().stream()
                .map(DemoMasthead.SectionCard::slug)
                .collect(Collectors.toSet());

        List<Choice> choices = TheWire.NEWSROOM.choices();

        assertThat(choices).extracting(Choice::guid).doesNotHaveDuplicates();
        assertThat(choices).allSatisfy(choice -> {
            assertThat(newest).containsEntry(choice.guid(), choice.version());
            assertThat(sections).contains(choice.section());
            assertThat(choice.publishedMinutesAgo()).isNotNegative();
        });
        assertThat(choices.stream().filter(Choice::publish)).hasSizeGreaterThanOrEqualTo(38);
        assertThat(choices.stream().filter(choice -> choice.standfirst() != null))
                .hasSizeBetween(choices.size() * 2 / 5, choices.size() * 4 / 5);
        assertThat(choices)
                .extracting(Choice::publishedMinutesAgo)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void someOfTheWireIsLeftInTheBasket() {
        Set<String> chosen =
                TheWire.NEWSROOM.choices().stream().map(Choice::guid).collect(Collectors.toSet());
        List<StorySheet> left = TheWire.NEWSROOM.stories().stream()
                .filter(story -> !chosen.contains(DemoNewsroom.storyGuid(story.name())))
                .toList();

        assertThat(left).hasSizeGreaterThanOrEqualTo(4);
        assertThat(left).extracting(StorySheet::name).contains("jobless-rate");
    }

    @Test
    void theEmbargoedStoryIsStillHeld() {
        assertThat(xml(TheWire.files(), "jobless-rate.1.xml"))
                .contains("<embargoed>2026-11-24T17:40:00+01:00</embargoed>");
        assertThat(items().stream().filter(item -> item.contains("<embargoed>")))
                .hasSize(1);
    }

    @Test
    void updatesACorrectionAndAKillReplaceAnEarlierVersion() {
        Map<String, List<StorySheet>> families =
                TheWire.NEWSROOM.stories().stream().collect(Collectors.groupingBy(StorySheet::name));
        List<StorySheet> second = families.values().stream()
                .filter(family -> family.size() == 2)
                .flatMap(List::stream)
                .filter(story -> story.version() == 2)
                .toList();

        assertThat(second)
                .filteredOn(story -> story.signals().contains("sig:update"))
                .hasSize(2);
        assertThat(second)
                .filteredOn(story -> story.signals().contains("sig:correction"))
                .hasSize(1);
        assertThat(second).filteredOn(StorySheet::canceled).hasSize(1);
        assertThat(xml(TheWire.files(), "ferry-adrift.2.xml")).contains("stat:canceled", "Please kill the story");
        assertThat(xml(TheWire.files(), "grain-ship.2.xml")).contains("edNoteRole:correction", "sig:correction");
    }

    @Test
    void everyHeadlineTagIsOneWeKnow() {
        List<HeadlineTag> tags = TheWire.NEWSROOM.stories().stream()
                .flatMap(story -> HeadlineGrammar.read(story.headline()).tags().stream())
                .toList();

        // One prefix the desk has no word for, so that it is seen what becomes of it.
        assertThat(tags)
                .filteredOn(tag -> tag.kind() == HeadlineTag.Kind.OTHER)
                .extracting(HeadlineTag::printed)
                .containsExactly("REVIEW");
        assertThat(tags)
                .extracting(HeadlineTag::kind)
                .contains(
                        HeadlineTag.Kind.EXCLUSIVE,
                        HeadlineTag.Kind.UPDATE,
                        HeadlineTag.Kind.ANALYSIS,
                        HeadlineTag.Kind.FACTBOX,
                        HeadlineTag.Kind.EXPLAINER,
                        HeadlineTag.Kind.WRAPUP,
                        HeadlineTag.Kind.CORRECTED);
    }

    @Test
    void nothingInTheNewsroomBearsARealName() {
        List<String> all = new ArrayList<>(items());
        all.add(TheWire.NEWSROOM.masthead().promos().toString());
        all.add(TheWire.NEWSROOM.staff().toString());

        for (String text : all) {
            String words = text.replace("Europe/Oslo", "").replace("alphabet", "");
            for (String name : REAL_NAMES) {
                assertThat(Pattern.compile("\\b" + Pattern.quote(name.strip()) + "\\b")
                                .matcher(words)
                                .find())
                        .as(name + " in " + words.substring(0, Math.min(200, words.length())))
                        .isFalse();
            }
        }
    }

    @Test
    void theMastheadAndTheStaffAreComplete() {
        DemoMasthead masthead = TheWire.NEWSROOM.masthead();
        List<DemoStaff> staff = TheWire.NEWSROOM.staff();

        assertThat(masthead.sections())
                .extracting(DemoMasthead.SectionCard::name)
                .containsExactly("World", "Nation", "Business", "Technology", "Sport", "Culture");
        assertThat(ZoneId.of(masthead.timeZone())).isEqualTo(DemoNewsroom.ZONE);
        assertThat(masthead.promos()).extracting(DemoMasthead.PromoCard::id).doesNotHaveDuplicates();
        assertThat(masthead.promos())
                .filteredOn(promo -> promo.section() == null)
                .hasSize(1);
        assertThat(staff)
                .extracting(DemoStaff::login)
                .doesNotHaveDuplicates()
                .allMatch(login -> login.equals(login.toLowerCase(Locale.ROOT)));
        assertThat(staff)
                .filteredOn(member -> member.roles().contains(Role.EDITOR))
                .hasSizeGreaterThanOrEqualTo(2);
        for (Role role : Role.values()) {
            assertThat(staff).anyMatch(member -> member.roles().contains(role));
        }
    }

    private static List<String> items() {
        return TheWire.files().stream()
                .filter(file -> file.name().endsWith(".xml"))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static Map<String, String> identities(List<WireFile> files) {
        return files.stream().collect(Collectors.toMap(WireFile::name, file -> {
            String item = new String(file.bytes(), StandardCharsets.UTF_8);
            return file.name().endsWith(".xml") ? first(GUID, item) + " " + first(VERSION, item) : "";
        }));
    }

    private static String xml(List<WireFile> files, String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find())
                .as(pattern + " in " + text.substring(0, Math.min(200, text.length())))
                .isTrue();
        return found.group(1);
    }
}
