package org.broadsheet.ingest.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where feeds are opened, changed, paused and retired.
@Component
class FeedDesk {

    private static final Logger LOG = LoggerFactory.getLogger(FeedDesk.class);

    private final Feeds feeds;
    private final Transports transports;
    private final FeedHistory history;
    private final SecretSafe safe;
    private final PausedFeeds folders;
    private final ApplicationEventPublisher events;

    FeedDesk(
            Feeds feeds,
            Transports transports,
            FeedHistory history,
            SecretSafe safe,
            PausedFeeds folders,
            ApplicationEventPublisher events) {
        this.feeds = feeds;
        this.transports = transports;
        this.history = history;
        this.safe = safe;
        this.folders = folders;
        this.events = events;
    }

    Feed feed(String name) {
        return feeds.find(name).orElseThrow(() -> new FeedRefused.Unknown(name));
    }

    /// Opens a feed (version 0) or changes it.
    ///
    /// @return the secret that was made for it, to be told once; `null` where none was
    @Transactional
    @Nullable
    String put(String name, FeedOrder order) {
        Optional<Feed> before = feeds.findToChange(name);
        Transport transport = transport(order, before);
        if (order.version() == 0 && before.isPresent()) {
            throw new FeedRefused.Conflict("There is a feed \"" + name + "\" already");
        }
        if (order.version() != 0 && before.isEmpty()) {
            throw new FeedRefused.Unknown(name);
        }
        before.filter(feed -> feed.version() != order.version()).ifPresent(feed -> {
            throw new FeedRefused.Conflict("The feed was changed meanwhile: it is at version " + feed.version());
        });
        boolean sameTransport =
                before.map(feed -> feed.transport().equals(order.transport())).orElse(false);
        Map<String, String> kept = sameTransport ? opened(before.orElseThrow()) : Map.of();
        boolean elsewhere = !sameTransport || goesElsewhere(name, order, before.orElseThrow(), transport);
        Map<String, String> secrets = new TreeMap<>(elsewhere ? Map.of() : kept);
        if (order.secrets() != null) {
            order.secrets().forEach((field, secret) -> {
                if (secret == null) {
                    secrets.remove(field);
                } else if (!secret.isEmpty()) {
                    secrets.put(field, secret);
                }
            });
        }
        String made = null;
        if (!transport.madeSecret().isEmpty() && !secrets.containsKey(transport.madeSecret())) {
            made = safe.make();
            secrets.put(transport.madeSecret(), made);
        }
        List<Fault> faults = new ArrayList<>(OrderCheck.faults(name, order, transport, secrets));
        if (elsewhere && sameTransport) {
            kept.keySet().stream()
                    .filter(field -> !secrets.containsKey(field)
                            && (order.secrets() == null || !order.secrets().containsKey(field)))
                    .forEach(field -> faults.add(new Fault(
                            field,
                            "It belongs to the address it was entered for, and that changed: enter it again, or take"
                                    + " it away")));
        }
        if (!faults.isEmpty()) {
            throw new FeedRefused.Faulty(faults);
        }
        write(name, order, secrets, before, elsewhere);
        return made;
    }

    private Transport transport(FeedOrder order, Optional<Feed> before) {
        String word = order.transport() == null ? "" : order.transport();
        Transport transport = transports
                .find(word)
                .orElseThrow(() -> new FeedRefused.Faulty(
                        List.of(new Fault("transport", "There is no transport \"" + word + "\""))));
        boolean wasFolder = before.map(feed -> feed.transport().equals(FolderTransport.NAME))
                .orElse(false);
        if (word.equals(FolderTransport.NAME) && !wasFolder) {
            throw new FeedRefused.Faulty(
                    List.of(new Fault("transport", "A drop folder becomes a feed when its folder is made")));
        }
        return transport;
    }

    private static boolean goesElsewhere(String name, FeedOrder order, Feed before, Transport transport) {
        FeedSettings now = new FeedSettings(name, transport.form(), order.entered(), Map.of());
        FeedSettings then = new FeedSettings(name, transport.form(), before.settings(), Map.of());
        return !transport.origin(now).equals(transport.origin(then));
    }

    /// The secrets of a feed; one that cannot be opened any more is left out, so that the desk is asked for it again.
    private Map<String, String> opened(Feed feed) {
        Map<String, String> opened = new TreeMap<>();
        feed.sealed().forEach((field, locked) -> {
            try {
                opened.put(field, safe.open(feed.name(), field, locked));
            } catch (SecretSafe.CannotBeOpened e) {
                LOG.atWarn().addKeyValue("feed", feed.name()).log(e.sentence());
            }
        });
        return opened;
    }

    private void write(
            String name, FeedOrder order, Map<String, String> secrets, Optional<Feed> before, boolean startsAnew) {
        Map<String, String> locked = new HashMap<>();
        secrets.forEach((field, secret) -> locked.put(field, safe.seal(name, field, secret)));
        Duration every = order.pollEvery() == null ? null : OrderCheck.duration(order.pollEvery());
        String title = order.title() == null || order.title().isBlank()
                ? name
                : order.title().strip();
        Feed feed = new Feed(
                name,
                title,
                order.transport() == null ? "" : order.transport(),
                order.entered(),
                locked,
                every == null ? OrderCheck.USUALLY_EVERY : every,
                false,
                order.version());
        if (before.isPresent()) {
            feeds.change(feed, startsAnew);
            history.enter(name, "changed", "The feed was changed");
        } else {
            if (!feeds.open(feed)) {
                throw new FeedRefused.Conflict("There is a feed \"" + name + "\" already");
            }
            history.enter(name, "changed", "The feed was opened");
        }
        LOG.atInfo()
                .addKeyValue("feed", name)
                .addKeyValue("transport", feed.transport())
                .log(before.isPresent() ? "Feed changed" : "Feed opened");
        events.publishEvent(new FeedsChanged());
    }

    @Transactional
    void pause(String name, boolean paused) {
        feed(name);
        if (feeds.pause(name, paused)) {
            history.enter(
                    name,
                    paused ? "paused" : "resumed",
                    paused ? "The feed is left alone" : "The feed is worked on again");
            LOG.atInfo().addKeyValue("feed", name).log(paused ? "Feed paused" : "Feed resumed");
            events.publishEvent(new FeedsChanged());
        }
    }

    @Transactional
    void retire(String name) {
        feed(name);
        feeds.retire(name);
        folders.forget(name);
        history.enter(name, "changed", "The feed was retired");
        LOG.atInfo().addKeyValue("feed", name).log("Feed retired");
    }

    /// Makes a new secret for a feed in place of the one that was made before.
    ///
    /// @return the secret, told once
    @Transactional
    String makeSecret(String name) {
        Feed feed = feeds.findToChange(name).orElseThrow(() -> new FeedRefused.Unknown(name));
        String field = transports
                .find(feed.transport())
                .map(Transport::madeSecret)
                .filter(made -> !made.isEmpty())
                .orElseThrow(
                        () -> new FeedRefused.Conflict("No secret is made for a feed of this kind: it is entered"));
        String secret = safe.make();
        Map<String, String> locked = new HashMap<>(feed.sealed());
        locked.put(field, safe.seal(name, field, secret));
        feeds.change(feed.with(locked), false);
        history.enter(name, "changed", "A new secret was made; the old one counts no longer");
        LOG.atInfo().addKeyValue("feed", name).log("Feed got a new secret");
        return secret;
    }
}
