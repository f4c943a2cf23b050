package org.broadsheet.ingest.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/// Decides whom we call. A name is resolved once, each of its addresses is looked at, and the call goes to one of those
/// very addresses: a name that says something else a moment later gains nothing.
public final class AddressGuard {

    private AddressGuard() {}

    /// The addresses of a host that may be called.
    ///
    /// @param allowPrivate whether the feed may call addresses inside the house
    /// @throws Forbidden if none of them may be
    public static List<InetAddress> resolve(String host, boolean allowPrivate) throws UnknownHostException {
        List<InetAddress> allowed = new ArrayList<>();
        InetAddress refused = null;
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (allowPrivate ? !Addresses.isNobody(address) : Addresses.isPublic(address)) {
                allowed.add(address);
            } else {
                refused = address;
            }
        }
        if (allowed.isEmpty()) {
            throw new Forbidden(host, refused);
        }
        return allowed;
    }

    /// Where to connect for a host and port; an address that is resolved already is looked at as it is.
    ///
    /// @throws Forbidden if it may not be called
    public static InetSocketAddress check(InetSocketAddress where, boolean allowPrivate) throws UnknownHostException {
        InetAddress resolved = where.getAddress();
        if (resolved == null) {
            return new InetSocketAddress(
                    resolve(where.getHostString(), allowPrivate).getFirst(), where.getPort());
        }
        if (allowPrivate ? Addresses.isNobody(resolved) : !Addresses.isPublic(resolved)) {
            throw new Forbidden(where.getHostString(), resolved);
        }
        return where;
    }
}
