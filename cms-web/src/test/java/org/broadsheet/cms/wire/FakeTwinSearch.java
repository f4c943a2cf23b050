package org.broadsheet.cms.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.core.wire.WireItem;
import org.springframework.context.annotation.Primary;

/// A search that a test holds in its hand: it knows the twins it has been told of, and can be away.
@Primary
public class FakeTwinSearch implements TwinSearch {

    private final List<List<String>> same = new ArrayList<>();
    private boolean away;

    /// From now on these hold the same story, and no others do with them.
    public synchronized void knows(WireCopy... copies) {
        List<String> guids = List.of(copies).stream()
                .map(copy -> copy.provider + " " + copy.guid)
                .toList();
        same.removeIf(known -> known.stream().anyMatch(guids::contains));
        same.add(guids);
    }

    public synchronized void isAway(boolean now) {
        away = now;
    }

    @Override
    public synchronized List<Found> twins(WireItem item) throws IOException {
        if (away) {
            throw new IOException("Search is away");
        }
        String asked = item.provider() + " " + item.guid();
        return same.stream()
                .filter(known -> known.contains(asked))
                .flatMap(List::stream)
                .filter(other -> !other.equals(asked))
                .map(other ->
                        new Found(other.substring(0, other.indexOf(' ')), other.substring(other.indexOf(' ') + 1), 0.9))
                .toList();
    }
}
