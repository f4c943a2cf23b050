package org.broadsheet.ingest.wirelog;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Identities that begin with the time they were given at (RFC 9562, version 7): the newest stand side by side in the
/// index of all.
final class TimedId {

    private TimedId() {}

    static UUID at(Instant now) {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        long most = now.toEpochMilli() << 16 | 0x7000L | chance.nextLong() & 0x0FFFL;
        long least = chance.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
