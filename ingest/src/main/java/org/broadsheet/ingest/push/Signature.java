package org.broadsheet.ingest.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.broadsheet.ingest.fetch.Spool.Heard;
import org.jspecify.annotations.Nullable;

/// What a sender signs a push with: `Broadsheet-Signature: t=…,v1=…`, where `t` is the time in seconds since 1970 and
/// `v1` the HMAC-SHA-256 of `t`, a dot and the body exactly as it is sent, in hexadecimal. Several `v1` may stand there
/// while a sender changes its secret; one of them has to be right.
final class Signature {

    static final String HEADER = "Broadsheet-Signature";

    private static final Duration APART = Duration.ofMinutes(5);
    private static final int LONGEST = 1_000;

    private final String stamp;
    private final List<byte[]> claimed;

    private Signature(String stamp, List<byte[]> claimed) {
        this.stamp = stamp;
        this.claimed = claimed;
    }

    /// The signature in a header; empty where it is none.
    static Optional<Signature> read(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        String stamp = "";
        List<byte[]> claimed = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            String word = part.strip();
            if (word.startsWith("t=") && word.length() <= 15) {
                stamp = word.substring(2);
            } else if (word.startsWith("v1=")) {
                try {
                    claimed.add(HexFormat.of().parseHex(word.substring(3)));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
        }
        boolean number = !stamp.isEmpty() && stamp.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && !claimed.isEmpty() ? Optional.of(new Signature(stamp, claimed)) : Optional.empty();
    }

    /// Whether it was made within five minutes of now, before or after.
    boolean isOf(Instant now) {
        Duration apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(stamp)), now)
                .abs();
        return apart.compareTo(APART) <= 0;
    }

    /// Somebody who hears the body and then knows whether it was signed with a secret.
    Check check(String secret) {
        return new Check(secret);
    }

    /// Hears a body.
    final class Check {

        private final Mac mac;

        private Check(String secret) {
            try {
                mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
            }
            mac.update((stamp + ".").getBytes(StandardCharsets.US_ASCII));
        }

        void hear(Heard heard) {
            mac.update(heard.buffer(), 0, heard.length());
        }

        /// Whether one of the claimed signatures is that of the body; compared in constant time. Ask once, at the end.
        boolean isRight() {
            byte[] made = mac.doFinal();
            boolean right = false;
            for (byte[] claim : claimed) {
                right |= MessageDigest.isEqual(made, claim);
            }
            return right;
        }
    }
}
