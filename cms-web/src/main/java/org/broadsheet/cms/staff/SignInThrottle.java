package org.broadsheet.cms.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Makes who guesses passwords wait: by name and address together, and by address alone. It remembers the last
/// ten thousand of each and no more.
@Component
class SignInThrottle {

    private static final int REMEMBERED = 10_000;

    private final StaffProperties properties;
    private final InstantSource clock;
    private final Map<String, Attempts> byName = new Remembered();
    private final Map<String, Attempts> byAddress = new Remembered();

    SignInThrottle(StaffProperties properties, InstantSource clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /// Counts an attempt before its password is looked at, so that many at once are counted too.
    ///
    /// @return whether it may go on
    synchronized boolean admits(String login, String address) {
        Instant now = clock.instant();
        Duration wait = properties.waitAfterFailures();
        Attempts ofName = Attempts.next(byName.get(key(login, address)), now, wait);
        Attempts ofAddress = Attempts.next(byAddress.get(address), now, wait);
        byName.put(key(login, address), ofName);
        byAddress.put(address, ofAddress);
        return ofName.count() <= properties.failuresByName() && ofAddress.count() <= properties.failuresByAddress();
    }

    /// Forgets the attempts of a name that signed in, and takes this one from its address.
    synchronized void succeeded(String login, String address) {
        byName.remove(key(login, address));
        byAddress.computeIfPresent(address, (_, attempts) -> attempts.count() <= 1 ? null : attempts.less());
    }

    private static String key(String login, String address) {
        return (login.length() > 64 ? login.substring(0, 64) : login) + " " + address;
    }

    private record Attempts(int count, Instant since) {

        static Attempts next(@org.jspecify.annotations.Nullable Attempts before, Instant now, Duration wait) {
            return before == null || before.since.plus(wait).isBefore(now)
                    ? new Attempts(1, now)
                    : new Attempts(before.count + 1, before.since);
        }

        Attempts less() {
            return new Attempts(count - 1, since);
        }
    }

    private static final class Remembered extends LinkedHashMap<String, Attempts> {

        private static final long serialVersionUID = 1L;

        Remembered() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > REMEMBERED;
        }
    }
}
