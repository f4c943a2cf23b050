package org.broadsheet.ingest.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Which addresses are on the public Internet, by the special-purpose registries of IANA (RFC 6890).
final class Addresses {

    private static final List<Block> SPECIAL_4 = List.of(
            Block.of("0.0.0.0", 8), // this network
            Block.of("10.0.0.0", 8), // private
            Block.of("100.64.0.0", 10), // between carriers and their customers
            Block.of("127.0.0.0", 8), // this machine
            Block.of("169.254.0.0", 16), // this link, and the metadata of clouds
            Block.of("172.16.0.0", 12), // private
            Block.of("192.0.0.0", 24), // protocols
            Block.of("192.0.2.0", 24), // for examples
            Block.of("192.88.99.0", 24), // old relays from 6 to 4
            Block.of("192.168.0.0", 16), // private
            Block.of("198.18.0.0", 15), // for measuring
            Block.of("198.51.100.0", 24), // for examples
            Block.of("203.0.113.0", 24), // for examples
            Block.of("224.0.0.0", 4), // to many
            Block.of("240.0.0.0", 4)); // kept back, and to all

    private static final List<Block> SPECIAL_6 = List.of(
            Block.of("::", 96), // unspecified, this machine, and the old way to write an IPv4 address
            Block.of("64:ff9b:1::", 48), // local translation
            Block.of("100::", 64), // to nowhere
            Block.of("2001::", 23), // protocols, Teredo among them
            Block.of("2001:db8::", 32), // for examples
            Block.of("3fff::", 20), // for examples
            Block.of("5f00::", 16), // segment routing
            Block.of("fc00::", 7), // unique local
            Block.of("fe80::", 10), // this link
            Block.of("fec0::", 10), // this site, no longer used
            Block.of("ff00::", 8)); // to many

    private static final Block TRANSLATED = Block.of("64:ff9b::", 96);
    private static final Block SIX_TO_FOUR = Block.of("2002::", 16);

    private Addresses() {}

    /// Whether an address is one that anybody on the Internet may be called by. An IPv6 address that only carries an
    /// IPv4 one is judged by that.
    static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> SPECIAL_4.stream().noneMatch(block -> block.holds(four.getAddress()));
            case Inet6Address six -> {
                byte[] bytes = six.getAddress();
                if (TRANSLATED.holds(bytes)) {
                    yield isPublic(inside(bytes, 12));
                }
                if (SIX_TO_FOUR.holds(bytes)) {
                    yield isPublic(inside(bytes, 2));
                }
                // An address mapped from IPv4 comes as Inet4Address from Java; those of the old form are in ::/96.
                yield (bytes[0] & 0xE0) == 0x20 && SPECIAL_6.stream().noneMatch(block -> block.holds(bytes));
            }
            default -> false;
        };
    }

    /// Whether an address is nobody's: to many, to all, or none at all. No setting allows those.
    static boolean isNobody(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address four && (four.getAddress()[0] & 0xF0) == 0xF0);
    }

    private static InetAddress inside(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {bytes[from], bytes[from + 1], bytes[from + 2], bytes[from + 3]});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
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
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != prefix[i]) {
                    return false;
                }
            }
            int rest = bits % 8;
            if (rest == 0) {
                return true;
            }
            int mask = 0xFF << (8 - rest) & 0xFF;
            return (address[whole] & mask) == (prefix[whole] & mask);
        }
    }
}
