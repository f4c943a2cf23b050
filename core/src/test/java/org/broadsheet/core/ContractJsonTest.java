package org.broadsheet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.core.log.LogFollower;
import org.broadsheet.core.log.LogPage;
import org.broadsheet.core.log.PartStatus;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.publication.PublicationEvent;
import org.broadsheet.core.publication.PublicationLogEntry;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.story.Mark;
import org.broadsheet.core.story.SignOff;
import org.broadsheet.core.story.Slug;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireLogEntry;
import org.broadsheet.core.wire.WirePicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContractJsonTest {

    private final JsonMapper json = JsonMapper.builder().build();

    static Stream<Object> contractTypes() {
        return Stream.of(
                Contract.wireItem(),
                Contract.wireItem().picture(),
                Contract.storyContent(),
                Contract.publishedStory(),
                Contract.BODY,
                Contract.DATELINE,
                Contract.SIGN_OFF,
                Contract.CAPTION,
                Contract.CREDIT,
                Contract.PICTURE,
                Contract.HASH,
                new Slug("norland-raises-fees"),
                new WireLogEntry(7, Contract.ID, Contract.NOON, Contract.wireItem()),
                new PublicationLogEntry(
                        8,
                        Contract.ID,
                        Contract.NOON,
                        new PublicationEvent.StoryPublished(Contract.ID, Contract.publishedStory())),
                new PublicationLogEntry(
                        9, Contract.ID, Contract.NOON, new PublicationEvent.StoryKilled(Contract.ID, Contract.NOON)),
                new PartStatus(
                        "search",
                        "0.1.0",
                        Contract.NOON,
                        List.of(new LogFollower.Standing("wire", 3, 5, Contract.NOON, "no answer")),
                        List.of("The database is not durable")),
                new PartStatus("ingest", "0.1.0", Contract.NOON, List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("contractTypes")
    void whatIsWrittenIsReadBackEqual(Object value) {
        String written = json.writeValueAsString(value);

        assertThat((Object) json.readValue(written, value.getClass())).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("contractTypes")
    void fieldsOfANewerHouseAreIgnored(Object value) {
        JsonNode tree = json.valueToTree(value);
        addUnknownFields(tree);

        assertThat((Object) json.treeToValue(tree, value.getClass())).isEqualTo(value);
    }

    @Test
    void aPageOfTheWireLogIsReadBackEqual() {
        LogPage<WireLogEntry> page =
                new LogPage<>(List.of(new WireLogEntry(7, Contract.ID, Contract.NOON, Contract.wireItem())), 12);

        assertThat(json.readValue(json.writeValueAsString(page), new TypeReference<LogPage<WireLogEntry>>() {}))
                .isEqualTo(page);
    }

    @Test
    void aPageOfThePublicationLogIsReadBackEqual() {
        LogPage<PublicationLogEntry> page = new LogPage<>(
                List.of(new PublicationLogEntry(
                        9, Contract.ID, Contract.NOON, new PublicationEvent.StoryKilled(Contract.ID, Contract.NOON))),
                9);

        assertThat(json.readValue(json.writeValueAsString(page), new TypeReference<LogPage<PublicationLogEntry>>() {}))
                .isEqualTo(page);
    }

    @Test
    void anEmptyPageIsReadBackEqual() {
        assertThat(json.readValue("{\"end\":4}", new TypeReference<LogPage<WireLogEntry>>() {}))
                .isEqualTo(new LogPage<WireLogEntry>(List.of(), 4));
    }

    @Test
    void theSampleBodyHasEveryKindOfBlockInlineAndMark() {
        String written = json.writeValueAsString(Contract.BODY);

        assertThat(namesIn(written)).containsExactlyInAnyOrderElementsOf(namesOfAllKinds());
    }

    @Test
    void aBodyIsThePlainListOfItsBlocks() {
        assertThat(json.writeValueAsString(new Body(List.of(Block.Paragraph.of("Text.")))))
                .isEqualTo(
                        "[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"Text.\",\"marks\":[]}]}]");
    }

    @Test
    void whatIsComputedDoesNotTravel() {
        String written =
                json.writeValueAsString(Contract.wireItem()) + json.writeValueAsString(Contract.storyContent());

        assertThat(written).doesNotContain("\"empty\"", "\"kill\"", "\"leadPicture\"", "\"forReaders\"", "\"words\"");
    }

    @Test
    void timesAreWrittenAsText() {
        assertThat(json.writeValueAsString(new WireLogEntry(7, Contract.ID, Contract.NOON, Contract.wireItem())))
                .contains("\"at\":\"2026-11-10T12:00:00.123456Z\"", "\"taken\":\"2024-06-19\"");
    }

    @Test
    void anItemWithNothingButItsNameIsRead() {
        WireItem item =
                json.readValue("{\"provider\":\"agence-nord\",\"guid\":\"urn:1\",\"version\":1}", WireItem.class);

        assertThat(item.body()).isEqualTo(Body.EMPTY);
        assertThat(item.dateline()).isEqualTo(Dateline.NONE);
        assertThat(item.signOff()).isEqualTo(SignOff.NONE);
        assertThat(item.status()).isEqualTo(WireItem.Status.USABLE);
        assertThat(item.headline()).isEmpty();
        assertThat(item.headlineTags()).isEmpty();
        assertThat(item.links()).isEmpty();
        assertThat(item.remarks()).isEmpty();
    }

    @Test
    void absentFieldsReadAsEmptyEverywhere() {
        assertThat(json.readValue("{}", StoryContent.class).body()).isEqualTo(Body.EMPTY);
        assertThat(json.readValue("{\"id\":\"%s\",\"revision\":1}".formatted(Contract.ID), PublishedStory.class)
                        .bylines())
                .isEmpty();
        assertThat(json.readValue("{}", Credit.class)).isEqualTo(Credit.NONE);
        assertThat(json.readValue("{}", Caption.class)).isEqualTo(Caption.EMPTY);
        assertThat(json.readValue("{}", Dateline.class)).isEqualTo(Dateline.NONE);
        assertThat(json.readValue("{}", SignOff.class)).isEqualTo(SignOff.NONE);
        assertThat(json.readValue("{}", WirePicture.class).credit()).isEqualTo(Credit.NONE);
        assertThat(json.readValue("{\"hash\":\"%s\"}".formatted(Contract.HASH), PictureUse.class)
                        .caption())
                .isEqualTo(Caption.EMPTY);
        assertThat(json.readValue("{\"type\":\"paragraph\"}", Block.class)).isEqualTo(Block.Paragraph.of(""));
        assertThat(json.readValue("{\"type\":\"quote\"}", Block.class)).isEqualTo(new Block.Quote(List.of()));
        assertThat(json.readValue("{\"type\":\"bullets\",\"items\":[{}]}", Block.class))
                .isEqualTo(new Block.BulletList(List.of(new Block.ListItem(List.of()))));
        assertThat(json.readValue("{\"type\":\"table\",\"rows\":[{\"cells\":[{}]}]}", Block.class))
                .isEqualTo(new Block.Table(null, List.of(new Block.Row(List.of(new Block.Cell(false, List.of()))))));
        assertThat(json.readValue("{\"type\":\"text\",\"text\":\"a\"}", Inline.class))
                .isEqualTo(Inline.Text.of("a"));
        assertThat(json.readValue("{\"code\":\"medtop:1\"}", Subject.class).name())
                .isEqualTo("medtop:1");
    }

    @Test
    void anEntryWithoutItsPlaceInTheLogIsNotRead() {
        assertThatThrownBy(() -> json.readValue("{\"id\":\"%s\"}".formatted(Contract.ID), WireLogEntry.class))
                .hasMessageContaining("position");
    }

    @Test
    void aTagOrSubjectOfANewerHouseIsOther() {
        assertThat(json.readValue("{\"kind\":\"HOROSCOPE\",\"number\":0,\"printed\":\"Stars\"}", HeadlineTag.class))
                .isEqualTo(new HeadlineTag(HeadlineTag.Kind.OTHER, 0, "Stars"));
        assertThat(json.readValue("{\"code\":\"x\",\"kind\":\"PLANET\",\"name\":\"Mars\"}", Subject.class))
                .isEqualTo(new Subject("x", Subject.Kind.OTHER, "Mars"));
    }

    @Test
    void aLinkThatRunsAScriptIsNotRead() {
        assertThatThrownBy(() -> json.readValue("{\"type\":\"link\",\"href\":\"javascript:alert(1)\"}", Mark.class))
                .hasMessageContaining("Not a link a reader may follow");
        assertThatThrownBy(() -> json.readValue("{\"type\":\"link\",\"href\":\"//example.org/\"}", Mark.class))
                .hasMessageContaining("Not a link a reader may follow");
        assertThatThrownBy(() -> json.readValue(
                        "{\"type\":\"embed\",\"href\":\"data:text/html,x\",\"title\":\"x\"}", Block.class))
                .hasMessageContaining("Not an address a reader may follow");
    }

    private static void addUnknownFields(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.forEach(ContractJsonTest::addUnknownFields);
            object.put("ofANewerHouse", "x");
        } else {
            node.forEach(ContractJsonTest::addUnknownFields);
        }
    }

    private static Set<String> namesIn(String written) {
        return Arrays.stream(written.split("\"type\":\""))
                .skip(1)
                .map(part -> part.substring(0, part.indexOf('"')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> namesOfAllKinds() {
        return Stream.of(Block.class, Inline.class, Mark.class)
                .flatMap(kind -> Arrays.stream(kind.getAnnotation(com.fasterxml.jackson.annotation.JsonSubTypes.class)
                        .value()))
                .map(com.fasterxml.jackson.annotation.JsonSubTypes.Type::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
