package org.broadsheet.cms.upload;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/// Resolves the names of hosts that pictures are fetched from. Each address is looked at, and the call goes to one of
/// those very addresses: a name that means something else a moment later gains nothing. Addresses inside the house
/// (IANA's special-purpose registries, RFC 6890) are not called.
final class PublicNames implements DnsResolver {

    private static final List<Block> SPECIAL = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 3),
            // Of the Internet's sixth version only 2000::/3 is given out; of that, these are not public.
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            Block.of("2002::", 16),
            Block.of("3fff::", 20));

    private static final Block GIVEN_OUT = Block.of("2000::", 3);

    private final boolean privateToo;

    /// @param privateToo whether addresses inside the house may be called
    PublicNames(boolean privateToo) {
        this.privateToo = privateToo;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> allowed = new ArrayList<>();
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (privateToo ? !address.isMulticastAddress() && !address.isAnyLocalAddress() : isPublic(address)) {
                allowed.add(address);
            }
        }
        if (allowed.isEmpty()) {
            throw new Private(host);
        }
        return allowed.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /// Whether anybody on the Internet may be called by an address. An IPv6 address that carries an IPv4 one
    /// (translated, or 6to4) is called by nobody who means well.
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> SPECIAL.stream().noneMatch(block -> block.holds(bytes));
            case Inet6Address _ -> GIVEN_OUT.holds(bytes) && SPECIAL.stream().noneMatch(block -> block.holds(bytes));
            default -> false;
        };
    }

    /// All addresses of a host lie inside the house.
    static final class Private extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        Private(String host) {
            super(host + " lies inside the house");
        }
    }

    /// A block of addresses.
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record Block(byte[] prefix, int bits) {

        static Block of(String prefix, int bits) {
            return new Block(InetAddress.ofLiteral(prefix).getAddress(), bits);
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
