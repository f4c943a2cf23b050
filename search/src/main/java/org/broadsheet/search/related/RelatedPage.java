package org.broadsheet.search.related;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers which stories belong with a story.
@RestController
class RelatedPage {

    private static final int MOST = 50;

    private final Kinship kinship;

    RelatedPage(Kinship kinship) {
        this.kinship = kinship;
    }

    @GetMapping("/api/related")
    RelatedStory.Related related(@RequestParam UUID story, @RequestParam(defaultValue = "10") int limit) {
        if (limit < 1 || limit > MOST) {
            throw refusal(HttpStatus.BAD_REQUEST, "limit is 1 to " + MOST + ", not " + limit + ".");
        }
        return switch (kinship.of(story, limit)) {
            case Kinship.Known known -> new RelatedStory.Related(story, known.stories());
            case Kinship.Unknown ignored ->
                throw refusal(HttpStatus.NOT_FOUND, "No story " + story + " in the index, or not yet.");
            case Kinship.Killed ignored -> throw refusal(HttpStatus.GONE, "Story " + story + " was killed.");
        };
    }

    private static ErrorResponseException refusal(HttpStatus status, String sentence) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, sentence), null);
    }
}
