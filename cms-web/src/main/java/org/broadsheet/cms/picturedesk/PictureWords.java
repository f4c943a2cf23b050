package org.broadsheet.cms.picturedesk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.broadsheet.core.picture.UsageRule;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Says in whole sentences what happened to a picture, and what its rules demand.
@Component
class PictureWords {

    private static final Locale LANGUAGE = Locale.ENGLISH;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", LANGUAGE);

    private final MessageSource messages;

    PictureWords(MessageSource messages) {
        this.messages = messages;
    }

    /// A sentence of the history.
    String happening(String key, String... names) {
        return say("pictures.history." + key, names);
    }

    /// An entry of the audit about a picture.
    ///
    /// @param reason why it was done; empty where nobody says
    String noted(String action, String name, String reason) {
        String said = messages.getMessage(
                "pictures.audit." + action, new Object[] {name}, name + ": " + action.replace('-', ' '), LANGUAGE);
        return reason.isEmpty() ? String.valueOf(said) : said + ": " + reason;
    }

    /// How the house itself is called where nobody else did something.
    String house() {
        return say("pictures.house");
    }

    /// The fields that were written, as in `caption, city and keywords`.
    String fields(Collection<String> fields) {
        return fields.stream().map(field -> say("pictures.field." + field)).collect(Collectors.joining(", "));
    }

    /// What a rule demands.
    String rule(UsageRule rule, ZoneId zone) {
        return switch (rule) {
            case UsageRule.NoArchive _ -> say("pictures.rule.no-archive");
            case UsageRule.NoResale _ -> say("pictures.rule.no-resale");
            case UsageRule.OneTimeUse _ -> say("pictures.rule.one-time-use");
            case UsageRule.EditorialOnly _ -> say("pictures.rule.editorial-only");
            case UsageRule.NotBefore from -> say("pictures.rule.not-before", moment(from.moment(), zone));
            case UsageRule.NotAfter until -> say("pictures.rule.not-after", moment(until.moment(), zone));
            case UsageRule.NotIn out -> say("pictures.rule.not-in", countries(out.countries()));
            case UsageRule.OnlyIn in -> say("pictures.rule.only-in", countries(in.countries()));
            case UsageRule.CreditMandatory credit ->
                credit.credit().isEmpty()
                        ? say("pictures.rule.credit")
                        : say("pictures.rule.credit.words", credit.credit());
        };
    }

    private static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    private static String countries(Collection<String> codes) {
        return new TreeSet<>(codes).stream().map(PictureWords::country).collect(Collectors.joining(", "));
    }

    private static String country(String code) {
        for (String two : Locale.getISOCountries()) {
            Locale country = Locale.of("", two);
            if (country.getISO3Country().equals(code)) {
                return country.getDisplayCountry(LANGUAGE);
            }
        }
        return code;
    }

    private String say(String key, String... names) {
        return messages.getMessage(key, names, LANGUAGE);
    }
}
