package org.broadsheet.ops.newsroom;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.broadsheet.core.desk.Role;
import org.broadsheet.ops.newsroom.DemoMasthead.PromoCard;
import org.broadsheet.ops.newsroom.DemoMasthead.SectionCard;

/// The newspaper itself: what stands on its masthead and who works there.
final class HarbourTimes {

    static final DemoMasthead MASTHEAD = new DemoMasthead(
            "The Harbour Times",
            "News from the strait and the world since 1871",
            DemoNewsroom.ZONE.getId(),
            "en",
            List.of(
                    new SectionCard(
                            "world",
                            "World",
                            List.of("medtop:16000000", "medtop:03000000", "medtop:20000638", "medtop:12000000")),
                    new SectionCard(
                            "nation",
                            "Nation",
                            List.of(
                                    "medtop:11000000",
                                    "medtop:02000000",
                                    "medtop:05000000",
                                    "medtop:07000000",
                                    "medtop:14000000",
                                    "medtop:17000000")),
                    new SectionCard(
                            "business", "Business", List.of("medtop:04000000", "medtop:09000000", "medtop:20000350")),
                    new SectionCard(
                            "technology",
                            "Technology",
                            List.of("medtop:13000000", "medtop:20000763", "medtop:06000000")),
                    new SectionCard("sport", "Sport", List.of("medtop:15000000", "medtop:20000822")),
                    new SectionCard(
                            "culture", "Culture", List.of("medtop:01000000", "medtop:10000000", "medtop:08000000"))),
            List.of(
                    promo(
                            1,
                            null,
                            "The strait in ten minutes: get the Morning Tide in your inbox at six every day",
                            "https://harbourtimes.example/morning-tide"),
                    promo(
                            2,
                            "business",
                            "Freight rates, fuel and the krone: follow our Quayside channel through the day",
                            "https://harbourtimes.example/quayside"),
                    promo(
                            3,
                            "sport",
                            "Every goal on Saturday as it goes in: open the Terrace, our live match room",
                            "https://harbourtimes.example/terrace"),
                    promo(
                            4,
                            "culture",
                            "What to see, hear and read this week: the Weekend List comes out on Fridays",
                            "https://harbourtimes.example/weekend-list"),
                    new PromoCard(
                            promoId(5),
                            "world",
                            "Election night on Saint Brannoc, minute by minute",
                            "https://harbourtimes.example/brannoc-night",
                            Instant.parse("2026-01-10T17:00:00Z"),
                            Instant.parse("2026-01-12T08:00:00Z"))));

    static final List<DemoStaff> STAFF = List.of(
            new DemoStaff("lena", "Lena Ruud", Set.of(Role.REPORTER), "world"),
            new DemoStaff("anselm", "Anselm Fjeld", Set.of(Role.REPORTER), "sport"),
            new DemoStaff("priya", "Priya Marlowe", Set.of(Role.REPORTER, Role.SUB_EDITOR), null),
            new DemoStaff("osei", "Osei Danquah", Set.of(Role.REPORTER, Role.SUB_EDITOR, Role.EDITOR), "world"),
            new DemoStaff("margit", "Margit Oyelaran", Set.of(Role.REPORTER, Role.SUB_EDITOR, Role.EDITOR), null),
            new DemoStaff("jonas", "Jonas Velde", Set.of(Role.PICTURE_EDITOR), null),
            new DemoStaff("ruth", "Ruth Castellan", Set.of(Role.ADMIN), null));

    private HarbourTimes() {}

    private static PromoCard promo(
            int number, @org.jspecify.annotations.Nullable String section, String words, String href) {
        return new PromoCard(promoId(number), section, words, href, Instant.parse("2026-01-01T00:00:00Z"), null);
    }

    private static UUID promoId(int number) {
        return UUID.fromString("5f0c6a52-7d1e-4c0b-9a64-00000000000" + number);
    }
}
