package org.broadsheet.ingest.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The routing rules for whoever edits them.
@RestController
class RoutingController {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final RuleBook book;
    private final Rehearsal rehearsal;
    private final JsonMapper json;

    RoutingController(RuleBook book, Rehearsal rehearsal, JsonMapper json) {
        this.book = book;
        this.rehearsal = rehearsal;
        this.json = json;
    }

    /// Every rule, in order.
    @GetMapping("/api/rules")
    List<Rule> rules() {
        return book.all().stream().map(this::shown).toList();
    }

    @PutMapping("/api/rules/{id}")
    Rule put(@PathVariable String id, @RequestBody RuleForm form) {
        List<RuleForm.Fault> faults = new ArrayList<>();
        if (!ID.matcher(id).matches()) {
            faults.add(new RuleForm.Fault(
                    "id", "An id has 1 to 64 letters, digits, hyphens and underscores and nothing else."));
        }
        Rule rule = form.read(id, faults);
        refuse(faults);
        return switch (book.keep(rule, form.versionOr0())) {
            case RuleBook.Change.Done done -> shown(done.rule());
            case RuleBook.Change.Stale stale -> throw stale(stale.version());
            case RuleBook.Change.Full full ->
                throw problem(HttpStatus.CONFLICT, "There are " + RuleBook.MOST + " rules already.");
            case RuleBook.Change.Unknown unknown -> throw unknown();
        };
    }

    /// @param version the version that was looked at; missing: whichever it is
    @DeleteMapping("/api/rules/{id}")
    Rule delete(@PathVariable String id, @RequestParam(required = false) @Nullable Long version) {
        return switch (book.forget(id, version == null ? 0 : version)) {
            case RuleBook.Change.Done done -> shown(done.rule());
            case RuleBook.Change.Stale stale -> throw stale(stale.version());
            case RuleBook.Change.Unknown unknown -> throw unknown();
            case RuleBook.Change.Full full -> throw new IllegalStateException("Nothing was to be added");
        };
    }

    @PostMapping("/api/rules/order")
    List<Rule> order(@RequestBody Order order) {
        if (order.ids() == null) {
            refuse(List.of(new RuleForm.Fault("ids", "The ids of all rules in their new order are missing.")));
        } else if (!book.order(order.ids())) {
            throw problem(HttpStatus.CONFLICT, "These are not exactly the rules there are; somebody has changed them.");
        }
        return rules();
    }

    @PostMapping("/api/rules/rehearsal")
    Rehearsal.Played rehearse(@RequestBody Script script) {
        List<RuleForm.Fault> faults = new ArrayList<>();
        if (script.rule() == null) {
            refuse(List.of(new RuleForm.Fault("rule", "The rule to be tried is missing.")));
        }
        RuleForm form = script.rule() == null ? new RuleForm(null, null, null, null, null) : script.rule();
        Rule rule = form.read("rehearsal", faults);
        // A rule that is still being written may be tried before it has a name or decides anything.
        faults.removeIf(fault -> fault.field().equals("name") || fault.field().equals("then"));
        refuse(faults);
        return rehearsal.play(rule);
    }

    private Rule shown(RuleBook.Written written) {
        try {
            return written.read(json);
        } catch (RuntimeException e) {
            // One that cannot be read is shown as what can be said of it, so that it can be written anew.
            return new Rule(
                    written.id(),
                    written.name(),
                    false,
                    written.rank(),
                    written.version(),
                    Rule.When.ALWAYS,
                    Rule.Then.NOTHING);
        }
    }

    private static void refuse(List<RuleForm.Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                faults.getFirst().field() + ": " + faults.getFirst().sentence());
        body.setProperty("faults", List.copyOf(faults));
        throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, body, null);
    }

    private static ErrorResponseException stale(long version) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                version == 0 ? "There is no such rule any more." : "Somebody else has changed the rule in between.");
        body.setProperty("version", version);
        return new ErrorResponseException(HttpStatus.CONFLICT, body, null);
    }

    private static ErrorResponseException unknown() {
        return problem(HttpStatus.NOT_FOUND, "There is no such rule.");
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, sentence), null);
    }

    /// The rules in their new order.
    record Order(@Nullable List<String> ids) {}

    /// A rule to be tried.
    record Script(@Nullable RuleForm rule) {}
}
