package org.broadsheet.cms.picturerights;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.picturerights.RulesReading.RulesFaulty;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.picture.UsageTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The rules of the picture desk, as its screens read and set them.
@RestController
class PictureRulesApi {

    private final PictureRules rules;
    private final Mastheads mastheads;
    private final JdbcClient database;

    PictureRulesApi(PictureRules rules, Mastheads mastheads, JdbcClient database) {
        this.rules = rules;
        this.mastheads = mastheads;
        this.database = database;
    }

    @GetMapping("/desk/api/picture-rules")
    Answer rules(@AuthenticationPrincipal StaffMember member) {
        return answer(rules.written(), member);
    }

    @PutMapping("/desk/api/picture-rules")
    Answer put(@RequestBody @Valid RulesForm form, @AuthenticationPrincipal StaffMember member) {
        return switch (rules.put(form, member)) {
            case PictureRules.Putting.Done done -> answer(done.now(), member);
            case PictureRules.Putting.Stale stale ->
                throw Asked.stale(
                        stale.now().by() + " has changed the rules in between. Nothing you typed is lost.",
                        stale.now().form());
            case PictureRules.Putting.Refused refused -> throw Asked.refused(refused.refusal());
        };
    }

    /// What would be read in terms, by a table that is being written; changes nothing.
    @PostMapping("/desk/api/picture-rules/rehearsal")
    Rehearsed rehearse(@RequestBody @Valid Rehearsal rehearsal) {
        Instant now =
                database.sql("SELECT now()").query(Timestamp.class).single().toInstant();
        ZoneId zone = mastheads.current().timeZone();
        HouseRules current = rules.current();
        UsageTerms terms = UsageTerms.read(
                List.of(rehearsal.text()),
                now,
                zone,
                rehearsal.usageTable().isBlank() ? current.usage() : RulesReading.table(rehearsal.usageTable()));
        RuleWords say = new RuleWords(zone, current.archiveDays());
        return new Rehearsed(
                terms.rules().stream()
                        .map(rule -> new Line(RuleWords.kind(rule), rule.words(), say.demand(rule, null)))
                        .toList(),
                terms.notUnderstood());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> faulty(RulesFaulty e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "The rules stay as they were. " + e.faults().getFirst().sentence());
        problem.setTitle("These are no rules");
        problem.setProperty("faults", e.faults());
        return ResponseEntity.of(problem).build();
    }

    private Answer answer(PictureRules.Written written, StaffMember member) {
        return new Answer(
                written.form(),
                rules.ofTheHouse(),
                written.at(),
                written.by(),
                member.may(Privilege.SET_PICTURE_RULES));
    }

    /// The rules as they stand.
    ///
    /// @param ofTheHouse as they come with the house, to go back to
    /// @param at when they were changed last; `null` where nobody has
    /// @param may whether who asks may set them
    record Answer(
            RulesForm rules,
            RulesForm ofTheHouse,
            @Nullable Instant at,
            @Nullable String by,
            boolean may) {}

    /// Terms to be read.
    ///
    /// @param usageTable by which; empty: the one in force
    record Rehearsal(
            @NotNull @Size(max = 10_000) String text,
            @NotNull @Size(max = 100_000) String usageTable) {}

    /// What was read.
    record Rehearsed(List<Line> rules, List<String> notUnderstood) {}

    /// A rule that was read.
    ///
    /// @param words from which it was read
    /// @param sentence what it demands
    record Line(String kind, String words, String sentence) {}
}
