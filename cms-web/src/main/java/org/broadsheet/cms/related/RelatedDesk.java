package org.broadsheet.cms.related;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Knows which stories are related to which. A page gets the last list that search gave, at once; the list is made
/// fresh behind the page's back, after a publication and when somebody opens a story whose list is old.
@Component
public class RelatedDesk {

    private static final Logger log = LoggerFactory.getLogger(RelatedDesk.class);
    private static final int MOST_WAITING = 1_000;
    private static final int READ_AT_ONCE = 100;

    /// After a start, as many of the last publications are asked for again, in case we were stopped before search knew
    /// them.
    private static final int LOOKED_BACK = 200;

    private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);

    private final RelatedSettings settings;
    private final RelatedLists lists;
    private final SearchAnswers search;
    private final Set<UUID> asked = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor errands;
    private volatile boolean inTrouble;
    private long position = -1;

    RelatedDesk(RelatedSettings settings, RelatedLists lists, SearchAnswers search) {
        this.settings = settings;
        this.lists = lists;
        this.search = search;
        this.errands = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("related").daemon(true).factory());
        this.errands.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// The stories last listed as related to this one, the nearest first. A story may have been killed since:
    /// whoever prints the list looks again whether a story is public. Never waits for search; asks it for a fresh
    /// list where this one is old.
    public List<RelatedStory> lastKnown(UUID story) {
        RelatedLists.Stored stored = lists.find(story, settings.staleAfter());
        if (stored.stale()) {
            refresh(story);
        }
        return stored.stories();
    }

    /// Asks search for a fresh list soon, unless that is already under way.
    public void refresh(UUID story) {
        if (asked.size() < MOST_WAITING && asked.add(story)) {
            errands.execute(() -> ask(story, 1));
        }
    }

    /// Reads on in the publication log: what was published is asked for.
    @Scheduled(fixedDelayString = "${broadsheet.cms.related.look-every:1s}")
    synchronized void look() {
        try {
            if (position < 0) {
                position = Math.max(0, lists.publicationEnd() - LOOKED_BACK);
            }
            for (RelatedLists.Publication publication : lists.publicationsAfter(position, READ_AT_ONCE)) {
                position = publication.position();
                if (publication.published()) {
                    refresh(publication.story());
                }
            }
        } catch (DataAccessException | TransactionException e) {
            log.atDebug().addKeyValue("why", e.getMessage()).log("The publication log cannot be read now");
        }
    }

    @PreDestroy
    void stop() {
        errands.shutdownNow();
    }

    private void ask(UUID story, int attempt) {
        try {
            Optional<List<RelatedStory>> answer = search.related(story, settings.length());
            inTrouble = false;
            if (answer.isPresent()) {
                lists.store(story, answer.get());
            }
            if (answer.isEmpty() || answer.get().size() < settings.length() / 2) {
                // A short list may only be young: the stories it will name are perhaps being indexed now.
                askAgain(story, attempt);
            } else {
                asked.remove(story);
            }
        } catch (IOException | DataAccessException | TransactionException e) {
            if (!inTrouble) {
                inTrouble = true;
                log.atWarn().addKeyValue("why", e.getMessage()).log("Related stories stay as they were last known");
            }
            askAgain(story, attempt);
        } catch (RuntimeException e) {
            log.atError().addKeyValue("story", story).setCause(e).log("The related list could not be made fresh");
            asked.remove(story);
        }
    }

    private void askAgain(UUID story, int attempt) {
        if (attempt >= settings.attempts() || errands.isShutdown()) {
            asked.remove(story);
            return;
        }
        Duration pause = settings.firstRetry().multipliedBy(1L << Math.min(attempt - 1, 20));
        Duration wait = pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause;
        errands.schedule(() -> ask(story, attempt + 1), wait.toMillis(), TimeUnit.MILLISECONDS);
    }
}
