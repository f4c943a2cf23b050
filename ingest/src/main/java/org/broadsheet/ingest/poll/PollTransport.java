package org.broadsheet.ingest.poll;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.broadsheet.ingest.feed.Fault;
import org.broadsheet.ingest.feed.FeedSettings;
import org.broadsheet.ingest.feed.FetchFailed;
import org.broadsheet.ingest.feed.Transport;
import org.broadsheet.ingest.feed.TransportForm;
import org.broadsheet.ingest.feed.Visit;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.Spool;
import org.broadsheet.ingest.fetch.WebAddress;
import org.broadsheet.ingest.fetch.WebSession;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Feeds that are fetched from the web.
@Component
class PollTransport implements Transport {

    private final Fetcher fetcher;
    private final Tokens tokens;
    private final Places places;
    private final Spool spool;
    private final FetchLimits limits;
    private final Clock clock;

    PollTransport(Fetcher fetcher, Tokens tokens, JsonMapper json, Spool spool, FetchLimits limits, Clock clock) {
        this.fetcher = fetcher;
        this.tokens = tokens;
        this.places = new Places(json);
        this.spool = spool;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public TransportForm form() {
        return PollForm.FORM;
    }

    @Override
    public List<Fault> faults(FeedSettings settings) {
        return PollForm.faults(settings);
    }

    /// With OAuth the secret goes to the token address too.
    @Override
    public String origin(FeedSettings settings) {
        return origin(settings, "address")
                + (settings.text("auth").equals("oauth2") ? " " + origin(settings, "tokenAddress") : "");
    }

    private static String origin(FeedSettings settings, String field) {
        try {
            return WebAddress.origin(WebAddress.of(settings.text(field)));
        } catch (IllegalArgumentException e) {
            return settings.text(field);
        }
    }

    @Override
    public void fetch(Visit visit) throws FetchFailed, IOException, InterruptedException {
        try (WebSession web = fetcher.open(visit.settings().flag("allowPrivate"))) {
            new PollVisit(visit, web, tokens, places, spool, limits, clock).run();
        }
    }
}
