package org.broadsheet.ingest.fetch;

import java.net.URI;
import java.util.Map;

/// What a feed shows to its own origin, and to nobody else.
///
/// @param origin such as `https://wire.example:443`
/// @param headers by name
/// @param query parameters by name
public record Credentials(String origin, Map<String, String> headers, Map<String, String> query) {

    /// Nothing to show.
    public static final Credentials NONE = new Credentials("", Map.of(), Map.of());

    public Credentials {
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }

    /// Whether they may be shown to an address.
    boolean belongTo(URI address) {
        return !origin.isEmpty() && origin.equals(WebAddress.origin(address));
    }

    @Override
    public String toString() {
        return "Credentials[" + origin + "]";
    }
}
