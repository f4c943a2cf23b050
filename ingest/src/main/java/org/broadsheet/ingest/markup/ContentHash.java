package org.broadsheet.ingest.markup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/// What marked-up content is told apart by: the same elements, attributes and characters give the same hash, however
/// the bytes around them were written.
public final class ContentHash {

    private ContentHash() {}

    /// SHA-256 of an element with all that stands in it, hexadecimal.
    public static String of(Markup.Element element) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(element, digest);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// SHA-256 of bytes, hexadecimal: for content that is no mark-up.
    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void add(Markup.Element element, MessageDigest digest) {
        add('<', element.name(), digest);
        new TreeMap<>(element.attributes()).forEach((name, value) -> {
            add('@', name, digest);
            add('=', value, digest);
        });
        for (Markup piece : element.content()) {
            switch (piece) {
                case Markup.Text text -> add('"', text.text(), digest);
                case Markup.Element inner -> add(inner, digest);
            }
        }
        digest.update((byte) '>');
    }

    /// The length goes first, so that no two ways of cutting the same characters look alike.
    private static void add(char sort, String text, MessageDigest digest) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) sort);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
    }
}
