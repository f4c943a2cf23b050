package org.broadsheet.ops.command.trial;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/// Stories of an invented agency, as many as a trial needs, each of them different and the same again for the
/// same seed.
final class InventedCopy {

    private static final List<String> WORDS = List.of(
            "harbour",
            "council",
            "fees",
            "ferry",
            "pilots",
            "budget",
            "vote",
            "port",
            "minister",
            "union",
            "cargo",
            "storm",
            "bridge",
            "tariff",
            "quay",
            "crane",
            "winter",
            "court",
            "ruling",
            "students",
            "hospital",
            "tram",
            "island",
            "fishing",
            "quota",
            "mayor",
            "election",
            "rail",
            "strike",
            "growth",
            "prices",
            "market",
            "shares",
            "said",
            "would",
            "after",
            "before",
            "against",
            "between",
            "during",
            "plans",
            "agreed",
            "rejected",
            "opened",
            "closed",
            "raised",
            "cut",
            "first",
            "second",
            "new",
            "old",
            "northern",
            "southern",
            "on Monday",
            "last week",
            "this year",
            "in a statement",
            "according to officials",
            "people familiar with the talks",
            "the port authority",
            "Fjællborg’s town hall",
            "the finance ministry",
            "a spokeswoman",
            "M&S Shipping",
            "Łukasz Nørgaard");

    private final long seed;
    private final int textBytes;
    private final Instant now;

    /// @param seed what the stories are drawn from
    /// @param textBytes how long the text of one is, about
    /// @param now when they are written
    InventedCopy(long seed, int textBytes, Instant now) {
        this.seed = seed;
        this.textBytes = textBytes;
        this.now = now;
    }

    /// What the agency calls a story.
    static String guid(String series, int number) {
        return "tag:northwind.example,2026:" + series + "-" + number;
    }

    /// A story as NewsML-G2 with an XHTML body.
    byte[] newsml(String series, int number, int version) {
        Random chance = new Random(seed + 31L * number + version);
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="%s" version="%d" standard="NewsML-G2"
                standardversion="2.35" conformance="power" xml:lang="en">
              <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
              <rightsInfo><copyrightHolder><name>Northwind</name></copyrightHolder>
                <copyrightNotice>(c) Copyright Northwind 2026.</copyrightNotice></rightsInfo>
              <itemMeta>
                <itemClass qcode="ninat:text"/><provider literal="northwind.example"/>
                <versionCreated>%s</versionCreated><firstCreated>%s</firstCreated>
                <pubStatus qcode="stat:usable"/>
              </itemMeta>
              <contentMeta>
                <urgency>4</urgency><by>By Signe Aldous</by><creditline>Northwind</creditline>
                <subject type="cpnat:abstract" qcode="medtop:04000000"><name>economy, business and finance</name></subject>
                <slugline>HARBOUR-%d/</slugline>
                <headline>%s</headline>
              </contentMeta>
              <contentSet><inlineXML contenttype="application/xhtml+xml">%s</inlineXML></contentSet>
            </newsItem>
            """.formatted(guid(series, number), version, now, now, number, headline(chance), body(number, version))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The body of the same story on its own, XHTML.
    String body(int number, int version) {
        Random chance = new Random(seed * 7 + 131L * number + version);
        StringBuilder body = new StringBuilder(textBytes + 1024)
                .append("<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Story</title></head><body>\n"
                        + "<p>FJAELLBORG (Northwind) - ");
        int paragraph = 0;
        while (body.length() < textBytes) {
            if (paragraph > 0) {
                body.append("<p>");
            }
            sentences(chance, body);
            body.append("</p>\n");
            paragraph++;
            if (paragraph == 4) {
                body.append(
                        "<h2>What comes next</h2>\n<ul><li>A vote on <em>the fees</em></li><li>A ruling</li></ul>\n");
            }
        }
        return body.append("<p>(Reporting by Signe Aldous; Editing by Tomas Weir)</p>\n</body></html>")
                .toString();
    }

    private static String headline(Random chance) {
        StringBuilder headline = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            headline.append(i == 0 ? "" : " ").append(word(chance));
        }
        return headline.toString();
    }

    private static void sentences(Random chance, StringBuilder body) {
        for (int sentence = 0; sentence < 3; sentence++) {
            int length = 9 + chance.nextInt(10);
            for (int i = 0; i < length; i++) {
                String word = word(chance);
                switch (chance.nextInt(40)) {
                    case 0 -> body.append("<em>").append(word).append("</em>");
                    case 1 ->
                        body.append("<a href=\"https://northwind.example/")
                                .append(chance.nextInt(10_000))
                                .append("\">")
                                .append(word)
                                .append("</a>");
                    default -> body.append(word);
                }
                body.append(i + 1 < length ? " " : sentence < 2 ? ". " : ".");
            }
        }
    }

    private static String word(Random chance) {
        return WORDS.get(chance.nextInt(WORDS.size())).replace("&", "&amp;");
    }
}
