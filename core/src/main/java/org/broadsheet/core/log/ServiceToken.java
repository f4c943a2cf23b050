package org.broadsheet.core.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// What one of our services shows to another (`Authorization: Bearer …`, RFC 6750). Its text is never printed.
public final class ServiceToken {

    /// The shortest token that is accepted, in characters.
    public static final int SHORTEST = 24;

    private final String value;

    /// @throws IllegalArgumentException if it is shorter than [#SHORTEST], or holds anything but visible ASCII
    /// characters, which no header carries unharmed
    public ServiceToken(String value) {
        if (value.length() < SHORTEST) {
            throw new IllegalArgumentException("A service token has at least " + SHORTEST + " characters");
        }
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("A service token holds visible ASCII characters only");
        }
        this.value = value;
    }

    /// What goes into the `Authorization` header.
    public String header() {
        return "Bearer " + value;
    }

    /// Whether an `Authorization` header shows this token; compared in constant time.
    public boolean isShownBy(@Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        authorization.getBytes(StandardCharsets.UTF_8), header().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ServiceToken";
    }
}
