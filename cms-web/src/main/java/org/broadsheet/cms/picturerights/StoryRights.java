package org.broadsheet.cms.picturerights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.core.picture.CaptionCheck;
import org.broadsheet.core.picture.CaptionCheck.Level;
import org.broadsheet.core.picture.CaptionLinter;
import org.broadsheet.core.picture.CaptionLinter.EarlierUse;
import org.broadsheet.core.picture.CreditGrammar;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.picture.UsageJudge;
import org.broadsheet.core.picture.UsageRule;

/// What is known of the pictures of one story, by which each of them is examined before the story goes out.
public final class StoryRights {

    private final LocalDate today;
    private final HouseRules house;
    private final Map<PictureHash, Standing> standings;
    private final Map<PictureHash, UsageWords.Words> words;
    private final Map<PictureHash, List<EarlierUse>> elsewhere;
    private final Map<PictureHash, Integer> otherStories;

    /// @param today in the newspaper's time zone
    /// @param elsewhere other public stories that have shown a picture
    /// @param otherStories how many public stories showed a picture before this one did
    StoryRights(
            LocalDate today,
            HouseRules house,
            Map<PictureHash, Standing> standings,
            Map<PictureHash, UsageWords.Words> words,
            Map<PictureHash, List<EarlierUse>> elsewhere,
            Map<PictureHash, Integer> otherStories) {
        this.today = today;
        this.house = house;
        this.standings = Map.copyOf(standings);
        this.words = Map.copyOf(words);
        this.elsewhere = Map.copyOf(elsewhere);
        this.otherStories = Map.copyOf(otherStories);
    }

    /// How it stands with a picture whatever story it is in.
    public Standing standing(PictureHash hash) {
        return standings.getOrDefault(hash, Standing.FREE);
    }

    /// What is the matter with a picture as the story uses it, the gravest first: rights, then caption, credit and
    /// description.
    public List<Finding> examine(PictureUse use) {
        List<Finding> findings = new ArrayList<>();
        rights(use, findings);
        UsageWords.Words known = words.get(use.hash());
        String credit = use.credit().print();
        CaptionLinter.Examined examined = new CaptionLinter.Examined(
                use,
                credit.isEmpty() || CreditGrammar.read(credit).understood(),
                today,
                known == null ? Map.of() : known.fileDays(),
                elsewhere.getOrDefault(use.hash(), List.of()));
        for (CaptionLinter.Finding found : new CaptionLinter(house.captions()).examine(examined)) {
            findings.add(new Finding(
                    found.level(), found.check().code(), field(found.check()), false, found.matter(), found.advice()));
        }
        findings.sort((one, other) -> one.level().compareTo(other.level()));
        return findings;
    }

    private void rights(PictureUse use, List<Finding> findings) {
        Standing standing = standing(use.hash());
        if (standing.isBarred()) {
            boolean down = standing.state() == Standing.State.TAKEN_DOWN;
            findings.add(new Finding(
                    Level.BLOCKS,
                    down ? "picture-taken-down" : "picture-right-ended",
                    "",
                    true,
                    standing.sentence(),
                    "Take another picture."));
        } else if (standing.state() == Standing.State.ENDING) {
            findings.add(new Finding(
                    Level.WARNS,
                    "picture-right-ends",
                    "",
                    true,
                    standing.sentence(),
                    "The page loses it by itself then; have another picture ready."));
        }
        for (String unread : standing.notUnderstood()) {
            findings.add(new Finding(
                    Level.ADVISES,
                    "usage-terms-not-understood",
                    "",
                    true,
                    "Its terms say “" + unread + "”, which no rule explains.",
                    "Read it, and decide."));
        }
        UsageJudge.Showing showing = new UsageJudge.Showing(
                Instant.EPOCH,
                null,
                otherStories.getOrDefault(use.hash(), 0),
                use.credit().print());
        for (UsageRule rule : standing.rules()) {
            if (rule instanceof UsageRule.OneTimeUse || rule instanceof UsageRule.CreditMandatory) {
                for (UsageJudge.Breach breach : house.judge().judge(List.of(rule), showing)) {
                    boolean credit = rule instanceof UsageRule.CreditMandatory;
                    if (credit && (use.credit().isEmpty() || house.creditWords() == Level.SILENT)) {
                        continue;
                    }
                    findings.add(new Finding(
                            credit ? house.creditWords() : Level.BLOCKS,
                            credit ? RulesReading.CREDIT_WORDS : "picture-used-once",
                            credit ? "credit" : "",
                            false,
                            breach.matter(),
                            breach.advice()));
                }
            }
        }
    }

    private static String field(CaptionCheck check) {
        return switch (check) {
            case CAPTION_MISSING,
                    CAPTION_SHORT,
                    PLACE_MISSING,
                    PERSON_MISSING,
                    OLD_WITHOUT_PREFIX,
                    FRESH_WITH_PREFIX,
                    FILE_IN_CREDIT_ONLY,
                    DATES_DISAGREE,
                    WEEKDAY_WRONG,
                    DAY_TO_COME,
                    HANDOUT_UNDISCLOSED,
                    STATE_MEDIA_UNDISCLOSED -> "caption";
            case FILE_IN_CAPTION_ONLY, CREDIT_NOT_READ -> "credit";
            case ALT_TEXT_MISSING, ALT_TEXT_IS_CAPTION -> "alt";
            case USED_LATELY -> "";
        };
    }

    /// Something that is the matter with a picture.
    ///
    /// @param code what programs know it by
    /// @param field of the picture that it is about: `caption`, `credit`, `alt`; empty where it is the picture
    /// itself
    /// @param whole whether the matter is a whole sentence; else the rest of one that begins with the picture
    /// @param advice what to do, a whole sentence
    public record Finding(Level level, String code, String field, boolean whole, String matter, String advice) {

        /// What an editor reads.
        ///
        /// @param picture what the picture is called, such as `Picture 2`
        public String sentence(String picture) {
            return picture + (whole ? ": " : " ") + matter + " " + advice;
        }
    }
}
