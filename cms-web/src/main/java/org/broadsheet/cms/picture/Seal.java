package org.broadsheet.cms.picture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/// Thirty-two bytes behind a rendition that tell whether it is whole. An original is known by its hash; a rendition is
/// written without waiting for the disk, and may come back from a loss of power as half of itself.
final class Seal {

    private static final int LENGTH = 32;

    private Seal() {}

    static byte[] put(byte[] rendition) {
        byte[] sealed = Arrays.copyOf(rendition, rendition.length + LENGTH);
        System.arraycopy(hash(rendition, rendition.length), 0, sealed, rendition.length, LENGTH);
        return sealed;
    }

    /// What was sealed; empty where it is not what it was.
    static Optional<byte[]> open(byte[] sealed) {
        int length = sealed.length - LENGTH;
        if (length < 1) {
            return Optional.empty();
        }
        byte[] seal = Arrays.copyOfRange(sealed, length, sealed.length);
        return Arrays.equals(seal, hash(sealed, length))
                ? Optional.of(Arrays.copyOf(sealed, length))
                : Optional.empty();
    }

    private static byte[] hash(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
