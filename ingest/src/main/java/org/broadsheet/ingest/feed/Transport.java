package org.broadsheet.ingest.feed;

import java.io.IOException;
import java.util.List;

/// One way bytes come in; it knows nothing of what they mean.
public interface Transport {

    /// What the desk is asked for to set up a feed of this kind.
    TransportForm form();

    /// What is wrong with settings that have passed the form: for what one field alone cannot tell.
    default List<Fault> faults(FeedSettings settings) {
        return List.of();
    }

    /// Where the feed's credentials belong, such as `https://wire.example:443`; they are never kept when it changes.
    /// Empty where a feed of this kind goes nowhere.
    default String origin(FeedSettings settings) {
        return "";
    }

    /// The field of a secret that is made for the feed and told once, instead of being entered; empty where there is
    /// none.
    default String madeSecret() {
        return "";
    }

    /// Whether somebody has to go and fetch.
    default boolean fetches() {
        return true;
    }

    /// Fetches what is new and hands it over. The sender is told, or its file moved, only after [Visit#deliver] has
    /// returned.
    ///
    /// @throws FetchFailed if the feed could not be read; what was handed over before stays
    /// @throws IOException if the line broke
    /// @throws InterruptedException if the visit was ended
    void fetch(Visit visit) throws FetchFailed, IOException, InterruptedException;
}
