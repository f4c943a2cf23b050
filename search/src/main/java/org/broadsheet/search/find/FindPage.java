package org.broadsheet.search.find;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers who looks for stories by their words, and who asks how one story stands.
@RestController
class FindPage {

    private static final int LONGEST_QUESTION = 500;
    private static final int MOST = 100;

    /// Elasticsearch pages no further than this.
    private static final int DEEPEST = 10_000;

    private final Stories stories;

    FindPage(Stories stories) {
        this.stories = stories;
    }

    @GetMapping("/api/find")
    FoundStory.Found find(
            @RequestParam String q,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(defaultValue = "0") int from) {
        if (q.isBlank()) {
            throw refusal("q holds no word to look for.");
        }
        if (q.length() > LONGEST_QUESTION) {
            throw refusal("q is longer than " + LONGEST_QUESTION + " characters.");
        }
        if (limit < 1 || limit > MOST) {
            throw refusal("limit is 1 to " + MOST + ", not " + limit + ".");
        }
        if (from < 0 || from > DEEPEST - limit) {
            throw refusal("from is 0 to " + (DEEPEST - limit) + " with this limit, not " + from + ".");
        }
        return stories.find(q, limit, from);
    }

    @GetMapping("/api/stories/{id}")
    StoryState story(@PathVariable UUID id) {
        return stories.state(id)
                .orElseThrow(() -> new ErrorResponseException(
                        HttpStatus.NOT_FOUND,
                        ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "No story " + id + " in the index."),
                        null));
    }

    private static ErrorResponseException refusal(String sentence) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, sentence), null);
    }
}
