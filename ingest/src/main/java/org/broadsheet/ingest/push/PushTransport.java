package org.broadsheet.ingest.push;

import java.util.List;
import org.broadsheet.ingest.feed.Fault;
import org.broadsheet.ingest.feed.FeedSettings;
import org.broadsheet.ingest.feed.FetchFailed;
import org.broadsheet.ingest.feed.FormField;
import org.broadsheet.ingest.feed.Transport;
import org.broadsheet.ingest.feed.TransportForm;
import org.broadsheet.ingest.feed.Visit;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.springframework.stereotype.Component;

/// HTTP push as a kind of feed.
@Component
class PushTransport implements Transport {

    static final String NAME = "push";
    static final String SECRET = "signingSecret";
    static final String LARGEST = "largest";

    private static final long MEGABYTE = 1024L * 1024;

    private final TransportForm form;
    private final long most;

    PushTransport(FetchLimits limits) {
        this.most = limits.largest().toMegabytes();
        this.form = new TransportForm(
                NAME,
                "HTTP push",
                "The sender posts each payload to /feeds/{name}, signed with a secret of this feed.",
                List.of(
                        FormField.secret(
                                SECRET,
                                "Signing secret",
                                "Made when the feed is opened and told once; only enter one the sender insists on."),
                        FormField.number(LARGEST, "Largest payload in MB", "A longer one is answered 413.", most)));
    }

    @Override
    public TransportForm form() {
        return form;
    }

    @Override
    public List<Fault> faults(FeedSettings settings) {
        if (settings.number(LARGEST) < 1 || settings.number(LARGEST) > most) {
            return List.of(new Fault(LARGEST, "Between 1 and " + most + " MB are taken"));
        }
        if (settings.secret(SECRET).length() < 24) {
            return List.of(new Fault(SECRET, "A signing secret has at least 24 characters"));
        }
        return List.of();
    }

    @Override
    public String madeSecret() {
        return SECRET;
    }

    static long largest(FeedSettings settings) {
        return settings.number(LARGEST) * MEGABYTE;
    }

    @Override
    public boolean fetches() {
        return false;
    }

    @Override
    public void fetch(Visit visit) throws FetchFailed {
        throw new FetchFailed("This feed is pushed: the sender has to call, and nothing can be fetched");
    }
}
