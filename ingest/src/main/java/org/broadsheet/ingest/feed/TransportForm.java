package org.broadsheet.ingest.feed;

import java.util.List;
import java.util.Optional;

/// What the desk is asked for to set up a feed.
///
/// @param transport its word, as it stands on the feed
/// @param title what the desk reads
/// @param says what it does, in a sentence
/// @param fields in the order of the form
public record TransportForm(String transport, String title, String says, List<FormField> fields) {

    public TransportForm {
        fields = List.copyOf(fields);
    }

    Optional<FormField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
