package org.broadsheet.ingest.feed;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/// Seals the credentials of feeds: AES-256-GCM under a key drawn by HKDF-SHA-256 (RFC 5869) from the configured one. A
/// sealed secret opens only under the feed and the name it was sealed for, so none can be moved to another feed.
@Component
class SecretSafe {

    private static final int SHORTEST = 24;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE = "broadsheet ingest feed secrets v1".getBytes(StandardCharsets.UTF_8);
    private static final String MARK = "v1.";

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SecretSafe(FeedRules configured) throws GeneralSecurityException {
        String text = configured.key();
        if (text == null || text.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "broadsheet.ingest.feed.key seals the credentials of the feeds: it has at least " + SHORTEST
                            + " characters");
        }
        this.key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(text.getBytes(StandardCharsets.UTF_8))
                                .thenExpand(PURPOSE, 32));
    }

    /// A new secret that nobody guesses: 43 characters, 256 bits.
    String make() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The secret as it may lie in the database.
    String seal(String feed, String name, String secret) {
        try {
            byte[] nonce = new byte[NONCE];
            random.nextBytes(nonce);
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, feed, name).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] both = new byte[NONCE + sealed.length];
            System.arraycopy(nonce, 0, both, 0, NONCE);
            System.arraycopy(sealed, 0, both, NONCE, sealed.length);
            return MARK + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /// What was sealed.
    ///
    /// @throws CannotBeOpened if it was sealed with another key, or for another feed or name
    String open(String feed, String name, String sealed) throws CannotBeOpened {
        try {
            if (!sealed.startsWith(MARK)) {
                throw new CannotBeOpened(name);
            }
            byte[] both = Base64.getDecoder().decode(sealed.substring(MARK.length()));
            byte[] nonce = Arrays.copyOf(both, NONCE);
            byte[] secret = cipher(Cipher.DECRYPT_MODE, nonce, feed, name).doFinal(both, NONCE, both.length - NONCE);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CannotBeOpened(name);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String feed, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((feed + "\n" + name).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// All secrets of a feed, by field.
    ///
    /// @throws CannotBeOpened if one of them was sealed with another key
    Map<String, String> open(Feed feed) throws CannotBeOpened {
        Map<String, String> opened = new HashMap<>();
        for (Map.Entry<String, String> sealed : feed.sealed().entrySet()) {
            opened.put(sealed.getKey(), open(feed.name(), sealed.getKey(), sealed.getValue()));
        }
        return opened;
    }

    /// A secret that was sealed with another key.
    static final class CannotBeOpened extends FetchFailed {

        @Serial
        private static final long serialVersionUID = 1L;

        CannotBeOpened(String name) {
            super("The secret \"" + name + "\" was sealed with another key than broadsheet.ingest.feed.key: enter it"
                    + " again");
        }
    }
}
