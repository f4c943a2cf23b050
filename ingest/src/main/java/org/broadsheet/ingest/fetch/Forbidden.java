package org.broadsheet.ingest.fetch;

import java.io.Serial;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/// A host lies inside the house, or nowhere, and the feed's settings do not allow that.
public final class Forbidden extends UnknownHostException {

    @Serial
    private static final long serialVersionUID = 1L;

    Forbidden(String host, @Nullable InetAddress address) {
        super(host + " is " + (address == null ? "no address" : address.getHostAddress())
                + ", which is not on the public Internet: switch on \"private addresses\" for this feed if that is"
                + " meant");
    }
}
