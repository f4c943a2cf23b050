package org.broadsheet.cms.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.broadsheet.cms.masthead.Masthead;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.picture.CropName;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.ModelAndView;

/// Prints the pages that say why there is nothing else.
@Component
class Notices {

    /// The view of all of them.
    static final String VIEW = "site/notice";

    private static final int LATEST = 10;

    private final Mastheads mastheads;
    private final StoryLines stories;
    private final Frames frames;
    private final PictureNotes notes;

    Notices(Mastheads mastheads, StoryLines stories, Frames frames, PictureNotes notes) {
        this.notes = notes;
        this.mastheads = mastheads;
        this.stories = stories;
        this.frames = frames;
    }

    /// There is nothing under this address: the newest stories instead. Says to come back while the database is down.
    ModelAndView unknown() {
        return fromTheDatabase("unknown", HttpStatus.NOT_FOUND);
    }

    /// The story was withdrawn.
    ModelAndView killed() {
        return fromTheDatabase("killed", HttpStatus.GONE);
    }

    /// What is printed when something is wrong, without asking the database for anything but what a reader may read
    /// instead of an unknown page.
    ModelAndView of(HttpStatusCode status) {
        if (status.value() == HttpStatus.NOT_FOUND.value()) {
            return unknown();
        }
        if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            return later();
        }
        return plain(status.is4xxClientError() ? "refused" : "trouble", status);
    }

    /// The database is down: come back in a moment.
    ModelAndView later() {
        return plain("later", HttpStatus.SERVICE_UNAVAILABLE);
    }

    private ModelAndView fromTheDatabase(String notice, HttpStatus status) {
        try {
            Masthead masthead = mastheads.current();
            NewsDates dates = frames.dates(masthead);
            List<Headline> latest = stories.newest(LATEST).stream()
                    .map(story -> Headline.of(story, masthead, dates, CropName.SQUARE, notes))
                    .toList();
            return page(new NoticePage(frames.notice(masthead), notice, latest), status);
        } catch (DataAccessException | TransactionException e) {
            return later();
        }
    }

    private ModelAndView plain(String notice, HttpStatusCode status) {
        return page(new NoticePage(frames.notice(frames.lastPrinted()), notice, List.of()), status);
    }

    private static ModelAndView page(NoticePage page, HttpStatusCode status) {
        ModelAndView answer = new ModelAndView(VIEW, "page", page);
        answer.setStatus(status);
        return answer;
    }

    /// The headers that go with a status.
    static void headers(HttpServletResponse response, HttpStatusCode status) {
        if (status.is5xxServerError()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        } else {
            response.setHeader(HttpHeaders.CACHE_CONTROL, SiteController.ASK_EACH_TIME);
        }
    }
}
