package org.broadsheet.cms.masthead;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.broadsheet.core.story.Mark;
import org.broadsheet.core.story.Slug;
import org.jspecify.annotations.Nullable;

/// Reads a masthead as sent and finds everything that is wrong with it at once.
final class MastheadReading {

    /// First segments of addresses that are not sections.
    private static final Set<String> TAKEN = Set.of("actuator", "api", "desk", "error", "pictures", "site", "webjars");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final int LONGEST = 200;

    private final List<MastheadFault> faults = new ArrayList<>();
    private final Set<String> slugs = new HashSet<>();

    private MastheadReading() {}

    /// What came of reading.
    sealed interface Outcome {

        /// All of it can be printed.
        record Good(Masthead masthead, List<PromoLine> promos) implements Outcome {}

        /// Some of it cannot; at least one fault.
        record Faulty(List<MastheadFault> faults) implements Outcome {}
    }

    /// A promo that can be printed.
    record PromoLine(
            UUID id,
            @Nullable String section,
            String words,
            String href,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {}

    static Outcome read(MastheadForm form) {
        return new MastheadReading().reading(form);
    }

    private Outcome reading(MastheadForm form) {
        String name = words("name", form.name());
        ZoneId timeZone = timeZone(form.timeZone());
        String language = form.language() == null ? "en" : form.language();
        if (!LANGUAGE.matcher(language).matches()) {
            fault("language", "“" + language + "” is not a language tag such as “en” or “en-GB”.");
        }
        List<Section> sections = new ArrayList<>();
        List<MastheadForm.@Nullable SectionForm> sectionForms = form.sections() == null ? List.of() : form.sections();
        for (int i = 0; i < sectionForms.size(); i++) {
            sections.add(section("sections[" + i + "]", sectionForms.get(i)));
        }
        Set<UUID> ids = new HashSet<>();
        List<PromoLine> promos = new ArrayList<>();
        List<MastheadForm.@Nullable PromoForm> promoForms = form.promos() == null ? List.of() : form.promos();
        for (int i = 0; i < promoForms.size(); i++) {
            promos.add(promo("promos[" + i + "]", promoForms.get(i), ids));
        }
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(List.copyOf(faults));
        }
        String tagline = form.tagline() == null ? "" : form.tagline().strip();
        return new Outcome.Good(new Masthead(name, tagline, timeZone, language, sections), List.copyOf(promos));
    }

    private Section section(String field, MastheadForm.@Nullable SectionForm form) {
        String slug = form == null || form.slug() == null ? "" : form.slug();
        if (!Slug.isSlug(slug)) {
            fault(field + ".slug", "“" + slug + "” is not a slug: lower-case letters, digits and single hyphens.");
        } else if (TAKEN.contains(slug)) {
            fault(field + ".slug", "“" + slug + "” is an address of the system’s own and cannot be a section.");
        } else if (!slugs.add(slug)) {
            fault(field + ".slug", "“" + slug + "” is there twice.");
        }
        List<String> topics = new ArrayList<>();
        if (form != null && form.mediaTopics() != null) {
            for (String topic : form.mediaTopics()) {
                if (topic == null || topic.isBlank()) {
                    fault(field + ".mediaTopics", "A media topic is a code such as “medtop:11000000”.");
                } else {
                    topics.add(topic.strip());
                }
            }
        }
        return new Section(slug, words(field + ".name", form == null ? null : form.name()), topics);
    }

    private PromoLine promo(String field, MastheadForm.@Nullable PromoForm form, Set<UUID> ids) {
        if (form == null) {
            fault(field, "A promo has an id, words and an address.");
            return new PromoLine(new UUID(0, 0), null, "", "", null, null);
        }
        UUID id = form.id() == null ? new UUID(0, 0) : form.id();
        if (form.id() == null) {
            fault(field + ".id", "A promo has an id, so that sending it again changes it instead of adding another.");
        } else if (!ids.add(id)) {
            fault(field + ".id", "Two promos have the id " + id + ".");
        }
        if (form.section() != null && !slugs.contains(form.section())) {
            fault(field + ".section", "There is no section “" + form.section() + "”.");
        }
        String href = form.href() == null ? "" : form.href().strip();
        if (!Mark.Link.isAllowed(href) || href.contains("\\")) {
            fault(field + ".href", "“" + href + "” is not an address that readers may follow.");
        }
        if (form.startsAt() != null && form.endsAt() != null && !form.startsAt().isBefore(form.endsAt())) {
            fault(field + ".endsAt", "The promo would end before it starts.");
        }
        String words = words(field + ".words", form.words());
        return new PromoLine(id, form.section(), words, href, form.startsAt(), form.endsAt());
    }

    private ZoneId timeZone(@Nullable String name) {
        try {
            return ZoneId.of(name == null ? "" : name);
        } catch (DateTimeException e) {
            fault("timeZone", "“" + (name == null ? "" : name) + "” is not a time zone such as “Europe/London”.");
            return ZoneOffset.UTC;
        }
    }

    private String words(String field, @Nullable String words) {
        String stripped = words == null ? "" : words.strip();
        if (stripped.isEmpty()) {
            fault(field, "This cannot be empty.");
        } else if (stripped.length() > LONGEST) {
            fault(field, "This has " + stripped.length() + " characters; at most " + LONGEST + " can be printed.");
        }
        return stripped;
    }

    private void fault(String field, String sentence) {
        faults.add(new MastheadFault(field, sentence));
    }
}
