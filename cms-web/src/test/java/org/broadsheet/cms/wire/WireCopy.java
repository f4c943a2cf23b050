package org.broadsheet.cms.wire;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.story.SignOff;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WirePicture;

/// Wire copy of an invented agency, to be changed before it is sent.
public final class WireCopy {

    public String provider = "agence-nord";
    public String guid = "urn:newsml:agence-nord:" + UUID.randomUUID();
    public long version = 1;
    public WireItem.Kind kind = WireItem.Kind.TEXT;
    public WireItem.Status status = WireItem.Status.USABLE;
    public Instant embargoedUntil;
    public String headline = "Harbour ministers agree pilot fees after week of queues";
    public List<HeadlineTag> tags = List.of();
    public String body = "Ministers of the four strait states agreed on Tuesday to a single schedule of pilot fees.";
    public List<Subject> subjects = List.of(Subject.topic("medtop:11000000", "politics"));
    public List<WireItem.WireLink> links = new ArrayList<>();
    public WirePicture picture;
    public List<String> remarks = List.of();

    public static WireCopy harbourFees() {
        return new WireCopy();
    }

    public static WireCopy picture(PictureHash hash) {
        WireCopy copy = new WireCopy();
        copy.kind = WireItem.Kind.PICTURE;
        copy.headline = "Ships wait off Vastholm";
        copy.body = "";
        copy.picture = new WirePicture(
                hash,
                "harbour.jpg",
                hash == null ? "" : "image/jpeg",
                hash == null ? 0 : 640,
                hash == null ? 0 : 400,
                new Caption("Container ships wait off the port of Vastholm.", true, LocalDate.of(2026, 6, 19)),
                new Credit("Norland Press", List.of("Mika Solberg"), true, false, "AGENCE NORD", true),
                "Norland Press/Mika Solberg/Pool via AGENCE NORD/File Photo",
                "Ships at anchor in a grey harbour",
                "");
        return copy;
    }

    public WireCopy uncredited() {
        picture = new WirePicture(
                picture.hash(),
                picture.fileName(),
                picture.mimeType(),
                picture.width(),
                picture.height(),
                picture.caption(),
                Credit.NONE,
                "",
                picture.alt(),
                "");
        return this;
    }

    public WireCopy linking(WireCopy other) {
        links.add(new WireItem.WireLink(other.guid, "irel:associatedWith", links.size()));
        return this;
    }

    public WireItem item() {
        return WireItem.builder("demo", provider, guid, version)
                .kind(kind)
                .status(status)
                .versionCreated(Instant.now())
                .receivedAt(Instant.now())
                .embargoedUntil(embargoedUntil)
                .urgency(4)
                .headline(headline)
                .headlineTags(tags)
                .slugline("HARBOUR-FEES/")
                .language("en")
                .bylines(List.of("Ines Halloran"))
                .dateline(new Dateline("Vastholm", "Nov 24", "Agence Nord"))
                .body(body.isEmpty() ? Body.EMPTY : new Body(List.of(Block.Paragraph.of(body))))
                .signOff(new SignOff(List.of(new SignOff.Contribution(
                        "Reporting", List.of(new SignOff.Person("Ines Halloran", "Vastholm"))))))
                .creditLine("Agence Nord")
                .subjects(subjects)
                .links(links)
                .picture(picture)
                .remarks(remarks)
                .build();
    }

    /// A picture no other test has.
    public static byte[] jpeg() {
        BufferedImage image = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        int seed = UUID.randomUUID().hashCode();
        for (int x = 0; x < 640; x += 40) {
            pen.setColor(new Color((seed * (x + 7)) & 0xffffff));
            pen.fillRect(x, 0, 40, 400);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
