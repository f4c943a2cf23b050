package org.broadsheet.core.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.core.picture.CaptionCheck.Level;
import org.broadsheet.core.picture.CaptionFacts.NamedDay;
import org.broadsheet.core.spelling.Spacing;
import org.jspecify.annotations.Nullable;

/// Reads caption, credit, description and dates of a picture together, before it is published, and says what is the
/// matter and what to do about it.
public final class CaptionLinter {

    private static final int FEWEST_WORDS = 5;

    private final House house;

    /// @param house what this newsroom wants
    public CaptionLinter(House house) {
        this.house = house;
    }

    /// What is the matter with a picture, the gravest first; what the newsroom is silent about is left out.
    public List<Finding> examine(Examined picture) {
        List<Finding> findings = new ArrayList<>();
        words(picture, findings);
        days(picture, findings);
        file(picture, findings);
        source(picture, findings);
        uses(picture, findings);
        return findings.stream()
                .filter(finding -> finding.level() != Level.SILENT)
                .sorted((one, other) -> one.level().compareTo(other.level()))
                .toList();
    }

    private void words(Examined picture, List<Finding> findings) {
        String caption = picture.use.caption().text();
        String alt = picture.use.alt();
        if (caption.isBlank()) {
            add(findings, CaptionCheck.CAPTION_MISSING, "has no caption.", "Say what it shows, where and when.");
        } else {
            long words = Spacing.tidy(caption).split(" ", -1).length;
            if (words < FEWEST_WORDS) {
                add(
                        findings,
                        CaptionCheck.CAPTION_SHORT,
                        "has a caption of only " + words + (words == 1 ? " word." : " words."),
                        "Say who is doing what, where and when.");
            }
            CaptionFacts facts = CaptionFacts.of(caption);
            if (facts.place().isEmpty()) {
                add(findings, CaptionCheck.PLACE_MISSING, "names no place in its caption.", "Name the place.");
            }
            if (facts.persons().isEmpty()) {
                add(
                        findings,
                        CaptionCheck.PERSON_MISSING,
                        "names nobody in its caption.",
                        "Name the people in it, if there are any.");
            }
        }
        if (alt.isBlank()) {
            add(
                    findings,
                    CaptionCheck.ALT_TEXT_MISSING,
                    "has no alternative text for readers who cannot see it.",
                    "Describe in a sentence what it shows.");
        } else if (!caption.isBlank() && sameWords(alt, caption)) {
            add(
                    findings,
                    CaptionCheck.ALT_TEXT_IS_CAPTION,
                    "has its caption as its alternative text, so that it is read out twice.",
                    "Describe what can be seen; the caption says what it means.");
        }
        if (!picture.creditUnderstood) {
            add(
                    findings,
                    CaptionCheck.CREDIT_NOT_READ,
                    "has a credit that could not be taken apart.",
                    "Put agency, photographer, pool and handout into their fields.");
        }
    }

    private void days(Examined picture, List<Finding> findings) {
        CaptionFacts facts = CaptionFacts.of(picture.use.caption().text());
        for (NamedDay day : facts.days()) {
            if (day.weekdayIsWrong()) {
                add(
                        findings,
                        CaptionCheck.WEEKDAY_WRONG,
                        "says " + name(day.weekday()) + ", but " + day.date() + " was a "
                                + name(day.date().getDayOfWeek()) + ".",
                        "Find out which of the two is right.");
            }
        }
        Map<String, LocalDate> claims = new LinkedHashMap<>();
        if (picture.use.caption().taken() != null) {
            claims.put("its caption", picture.use.caption().taken());
        }
        picture.fileDays.forEach(claims::putIfAbsent);
        Map.Entry<String, LocalDate> trusted = null;
        for (Map.Entry<String, LocalDate> claim : claims.entrySet()) {
            if (trusted == null) {
                trusted = claim;
            } else if (!trusted.getValue().equals(claim.getValue())) {
                add(
                        findings,
                        CaptionCheck.DATES_DISAGREE,
                        "was taken on " + trusted.getValue() + " by " + trusted.getKey() + ", but " + claim.getKey()
                                + " says " + claim.getValue() + ".",
                        "Trust the caption first; ask the agency if it matters.");
            }
        }
        LocalDate taken = trusted == null ? null : trusted.getValue();
        if (taken != null && taken.isAfter(picture.today.plusDays(1))) {
            add(
                    findings,
                    CaptionCheck.DAY_TO_COME,
                    "was taken on " + taken + ", which is still to come.",
                    "Put the day right.");
        }
    }

    private void file(Examined picture, List<Finding> findings) {
        boolean inCaption = picture.use.caption().filePhoto();
        boolean inCredit = picture.use.credit().file();
        if (inCaption && !inCredit && !picture.use.credit().isEmpty()) {
            add(
                    findings,
                    CaptionCheck.FILE_IN_CAPTION_ONLY,
                    "says FILE PHOTO in its caption, but not in its credit.",
                    "Mark the credit as File Photo, or take the mark off the caption.");
        } else if (inCredit && !inCaption) {
            add(
                    findings,
                    CaptionCheck.FILE_IN_CREDIT_ONLY,
                    "says File Photo in its credit, but not in its caption.",
                    "Mark the caption as FILE PHOTO, or take the mark off the credit.");
        }
        LocalDate taken = picture.taken();
        if (taken == null) {
            return;
        }
        long days = ChronoUnit.DAYS.between(taken, picture.today);
        if (days > house.oldAfterDays && !inCaption && !inCredit) {
            add(
                    findings,
                    CaptionCheck.OLD_WITHOUT_PREFIX,
                    "was taken " + days + " days ago and is not marked as a file photo.",
                    "Mark it as FILE PHOTO.");
        } else if (days >= 0 && days < house.freshForDays && inCaption) {
            add(
                    findings,
                    CaptionCheck.FRESH_WITH_PREFIX,
                    "was taken " + (days == 0 ? "today" : days == 1 ? "yesterday" : days + " days ago")
                            + " and is marked as a file photo.",
                    "Take the mark off, or put the day right.");
        }
    }

    private void source(Examined picture, List<Finding> findings) {
        house.sources.about(picture.use.credit()).ifPresent(source -> {
            String caption = picture.use.caption().text();
            if (!normal(caption).contains(normal(source.disclosure()))) {
                boolean state = source.kind() == SourceList.Source.Kind.STATE_MEDIA;
                add(
                        findings,
                        state ? CaptionCheck.STATE_MEDIA_UNDISCLOSED : CaptionCheck.HANDOUT_UNDISCLOSED,
                        state
                                ? "comes from " + source.name() + ", which a state runs, and does not say so."
                                : "was given out by its subject and does not say so.",
                        "Add: “" + source.disclosure() + "”");
            }
        });
    }

    private void uses(Examined picture, List<Finding> findings) {
        for (EarlierUse use : picture.earlier) {
            long days = ChronoUnit.DAYS.between(use.day, picture.today);
            if (days >= 0 && days <= house.repeatWithinDays) {
                add(
                        findings,
                        CaptionCheck.USED_LATELY,
                        "stood on “" + use.headline + "” "
                                + (days == 0 ? "today." : days == 1 ? "yesterday." : days + " days ago."),
                        "Take another picture, or keep it on purpose.");
            }
        }
    }

    private void add(List<Finding> findings, CaptionCheck check, String matter, String advice) {
        findings.add(new Finding(check, house.levels.getOrDefault(check, check.usually()), matter, advice));
    }

    private static String name(java.time.@Nullable DayOfWeek day) {
        String name = day == null ? "" : day.name();
        return name.isEmpty() ? name : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static boolean sameWords(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString();
    }

    /// What a newsroom wants of its captions.
    ///
    /// @param levels how much each finding weighs; [CaptionCheck#usually()] where it is not named
    /// @param oldAfterDays a picture older than this has to be marked as a file photo
    /// @param freshForDays a picture younger than this must not be
    /// @param repeatWithinDays how long the same picture should not be shown again on another story
    /// @param sources whose pictures need a word to the reader
    public record House(
            Map<CaptionCheck, Level> levels,
            int oldAfterDays,
            int freshForDays,
            int repeatWithinDays,
            SourceList sources) {

        /// What the house comes with: old after thirty days, fresh for two, repeats within seven.
        public static final House USUAL = new House(Map.of(), 30, 2, 7, SourceList.ofTheHouse());

        public House {
            levels = levels.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(levels));
            if (oldAfterDays < freshForDays || freshForDays < 0 || repeatWithinDays < 0) {
                throw new IllegalArgumentException(
                        "A picture cannot be old while it is fresh, and no time is negative");
            }
        }
    }

    /// A picture before it is published.
    ///
    /// @param use with the story's own caption, credit and description
    /// @param creditUnderstood whether the credit line was taken apart by [CreditGrammar]
    /// @param today in the newspaper's time zone
    /// @param fileDays the days its file names, the most trusted first: XMP, IIM 2:62, IIM 2:55, Exif
    /// @param earlier where else it was shown, other stories only
    public record Examined(
            PictureUse use,
            boolean creditUnderstood,
            LocalDate today,
            Map<String, LocalDate> fileDays,
            List<EarlierUse> earlier) {
        public Examined {
            fileDays = new LinkedHashMap<>(fileDays);
            earlier = List.copyOf(earlier);
        }

        private @Nullable LocalDate taken() {
            LocalDate inCaption = use.caption().taken();
            return inCaption != null || fileDays.isEmpty()
                    ? inCaption
                    : fileDays.values().iterator().next();
        }
    }

    /// Another story that showed the picture.
    ///
    /// @param headline of the story
    /// @param day it was published, in the newspaper's time zone
    public record EarlierUse(String headline, LocalDate day) {}

    /// Something that is the matter.
    ///
    /// @param check what
    /// @param level how much it weighs in this newsroom
    /// @param matter the rest of a sentence that begins with the picture: `names no place in its caption.`
    /// @param advice what to do, a whole sentence
    public record Finding(CaptionCheck check, Level level, String matter, String advice) {}
}
