package org.broadsheet.ingest.feed;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What the round through the drop folders has to know of the book.
@Component
public class PausedFeeds {

    private final Feeds feeds;
    private final Set<String> known = new HashSet<>();

    PausedFeeds(Feeds feeds) {
        this.feeds = feeds;
    }

    /// Enters folders that are new in the book of feeds, and says which are paused: their files stay where they are.
    ///
    /// @param folders the names of all drop folders there are now
    public synchronized Set<String> among(Collection<String> folders) {
        List<String> unknown =
                folders.stream().filter(folder -> !known.contains(folder)).toList();
        if (!unknown.isEmpty()) {
            feeds.openFolders(unknown, FolderTransport.NAME);
            known.addAll(unknown);
        }
        Set<String> paused = new HashSet<>(feeds.paused());
        paused.retainAll(folders);
        return paused;
    }

    /// A feed of this name has left the book; should its folder still be there, it comes back with the next round.
    synchronized void forget(String name) {
        known.remove(name);
    }
}
