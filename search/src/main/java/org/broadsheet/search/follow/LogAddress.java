package org.broadsheet.search.follow;

import java.net.URI;

/// Where a log is read.
///
/// @param log what it is called, such as `publication`
/// @param address of the service that writes it, without a path; `http` or `https`
/// @param batch how many lines are asked for at once, 1 to 1000
public record LogAddress(String log, URI address, int batch) {

    /// @throws IllegalArgumentException if it is not an address of a service
    public LogAddress {
        if (!("http".equals(address.getScheme()) || "https".equals(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException("Not an address of a service: " + address);
        }
        if (batch < 1 || batch > 1000) {
            throw new IllegalArgumentException("A batch has 1 to 1000 lines, not " + batch);
        }
    }
}
