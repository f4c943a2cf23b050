package org.broadsheet.cms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.SignOff;
import org.broadsheet.core.story.Slug;
import org.broadsheet.core.subject.Subject;

/// Invented stories of The Harbour Times.
public final class Stories {

    public static final Instant TEN_PAST_NINE_IN_SINGAPORE = Instant.parse("2024-11-10T01:12:00Z");

    private UUID id = UUID.randomUUID();
    private String slug;
    private String section = "world";
    private final String headline;
    private String kicker = "";
    private String standfirst = "";
    private List<String> bylines = List.of();
    private Dateline dateline = new Dateline("Vastholm", null, "Agence Nord");
    private Body body = new Body(List.of(Block.Paragraph.of("Ministers met on Tuesday and agreed on very little.")));
    private SignOff signOff = SignOff.NONE;
    private PictureUse picture;
    private Integer urgency;
    private Instant first = Instant.parse("2026-11-20T01:00:00Z");
    private Instant updated;

    private Stories(String headline) {
        this.headline = headline;
        this.slug = Slug.from(headline).value();
    }

    public static Stories headed(String headline) {
        return new Stories(headline);
    }

    /// The model of a page: every part that a story can have.
    public static Stories harbourDeal(PictureHash picture) {
        return headed("Harbour ministers agree pilot fees after week of queues")
                .kicker("Exclusive")
                .standfirst("Deal in Vastholm ends a stand-off that left 140 ships waiting.")
                .by("Ines Halloran", "Tomas Verre")
                .body(
                        Block.Paragraph.of(
                                "Ministers of the four strait states agreed on Tuesday to a single schedule."),
                        new Block.Subhead(
                                List.of(org.broadsheet.core.story.Inline.Text.of("Queues to clear by Friday"))),
                        Block.Paragraph.of("Port controllers said the 140 ships would be let through in order."))
                .signedOff(new SignOff(List.of(
                        new SignOff.Contribution("Reporting", List.of(new SignOff.Person("Ines Halloran", "Vastholm"))),
                        new SignOff.Contribution("Editing", List.of(new SignOff.Person("Osei Danquah", null))))))
                .picture(new PictureUse(
                        picture,
                        new Caption(
                                "Container ships wait off the port of Vastholm, Norland, June 19, 2024.",
                                true,
                                LocalDate.of(2024, 6, 19)),
                        new Credit("Norland Press", List.of("Mika Solberg"), true, false, "AGENCE NORD", true),
                        "Container ships anchored in rows off a grey harbour at dusk",
                        1200,
                        800))
                .at(TEN_PAST_NINE_IN_SINGAPORE)
                .updated(TEN_PAST_NINE_IN_SINGAPORE.plusSeconds(8_880));
    }

    public Stories id(UUID id) {
        this.id = id;
        return this;
    }

    public Stories slug(String slug) {
        this.slug = slug;
        return this;
    }

    public Stories in(String section) {
        this.section = section;
        return this;
    }

    public Stories kicker(String kicker) {
        this.kicker = kicker;
        return this;
    }

    public Stories standfirst(String standfirst) {
        this.standfirst = standfirst;
        return this;
    }

    public Stories by(String... names) {
        this.bylines = List.of(names);
        return this;
    }

    public Stories from(Dateline dateline) {
        this.dateline = dateline;
        return this;
    }

    public Stories body(Block... blocks) {
        this.body = new Body(List.of(blocks));
        return this;
    }

    public Stories signedOff(SignOff signOff) {
        this.signOff = signOff;
        return this;
    }

    public Stories picture(PictureUse picture) {
        this.picture = picture;
        return this;
    }

    public Stories urgency(int urgency) {
        this.urgency = urgency;
        return this;
    }

    public Stories at(Instant first) {
        this.first = first;
        return this;
    }

    public Stories updated(Instant updated) {
        this.updated = updated;
        return this;
    }

    public PublishedStory print() {
        return new PublishedStory(
                id,
                1,
                new Slug(slug),
                section,
                headline,
                kicker,
                standfirst,
                "HARBOUR-FEES/",
                bylines,
                dateline,
                body,
                signOff,
                picture,
                List.of(Subject.topic("medtop:04000000", "economy, business and finance")),
                urgency,
                first,
                updated == null ? first : updated,
                null);
    }
}
