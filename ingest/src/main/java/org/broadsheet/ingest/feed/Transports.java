package org.broadsheet.ingest.feed;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// The ways copy can come in here.
@Component
class Transports {

    private final Map<String, Transport> byName = new TreeMap<>();

    Transports(List<Transport> transports) {
        for (Transport transport : transports) {
            byName.put(transport.form().transport(), transport);
        }
    }

    Optional<Transport> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// That of a feed in the book.
    ///
    /// @throws FetchFailed if this version no longer has it
    Transport of(Feed feed) throws FetchFailed {
        Transport transport = byName.get(feed.transport());
        if (transport == null) {
            throw new FetchFailed("The transport \"" + feed.transport() + "\" is not known here");
        }
        return transport;
    }

    /// The forms, by what the desk reads.
    List<TransportForm> forms() {
        return byName.values().stream()
                .map(Transport::form)
                .sorted(Comparator.comparing(TransportForm::title))
                .toList();
    }

    /// Those that have to go and fetch.
    List<String> fetching() {
        return byName.values().stream()
                .filter(Transport::fetches)
                .map(transport -> transport.form().transport())
                .toList();
    }
}
