package org.broadsheet.ingest.feed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One visit to a feed: what a transport knows when it goes, and where it hands over what it brings.
public interface Visit {

    /// What was entered for the feed.
    FeedSettings settings();

    /// Where the last visit ended, in the transport's own words; empty at the first.
    Map<String, String> position();

    /// Those of these keys that were not delivered before.
    Set<String> unknown(Collection<String> keys);

    /// Makes what was fetched durable, and with it the position, in one transaction. A piece whose key was delivered
    /// before is left out. When this returns the sender may be told.
    ///
    /// @return how many pieces were new
    /// @throws FetchFailed if another worker has taken the feed over
    int deliver(List<Piece> pieces, Map<String, String> position) throws FetchFailed;

    /// Whether the sender may be told: a trial leaves no trace with it.
    boolean leavesTraces();

    /// Whether more is wanted; a trial ends after a few.
    boolean wantsMore();

    /// Puts a sentence into the trail of the visit; a trial shows it, and of the others the last is in the history.
    void say(String sentence);
}
