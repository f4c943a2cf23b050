package org.broadsheet.ingest.markup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/// What marked-up content is told apart by: the same elements, attributes and characters give the same hash, however
/// the bytes around them were written.
public final class ContentHash {

    private static final int SHORT_ENOUGH = 1024;
    private static final MessageDigest FRESH = named();

    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[SHORT_ENOUGH * 2];
    private int filled;

    private ContentHash() {}

    /// SHA-256 of an element with all that stands in it, hexadecimal.
    public static String of(Markup.Element element) {
        ContentHash hash = new ContentHash();
        hash.add(element);
        hash.flush();
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    /// SHA-256 of bytes, hexadecimal: for content that is no mark-up.
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private void add(Markup.Element element) {
        add('<', element.name());
        Map<String, String> attributes = element.attributes();
        if (attributes.size() == 1) {
            attributes.forEach(this::add);
        } else if (!attributes.isEmpty()) {
            String[] names = attributes.keySet().toArray(new String[0]);
            Arrays.sort(names);
            for (String name : names) {
                add(name, attributes.getOrDefault(name, ""));
            }
        }
        for (Markup piece : element.content()) {
            switch (piece) {
                case Markup.Text text -> add('"', text.text());
                case Markup.Element inner -> add(inner);
            }
        }
        room(1);
        buffer[filled++] = '>';
    }

    private void add(String attribute, String value) {
        add('@', attribute);
        add('=', value);
    }

    /// The length goes first, so that no two ways of cutting the same characters look alike.
    private void add(char sort, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(12);
        buffer[filled++] = (byte) sort;
        number(bytes.length);
        buffer[filled++] = ':';
        if (bytes.length > SHORT_ENOUGH) {
            flush();
            digest.update(bytes);
        } else {
            room(bytes.length);
            System.arraycopy(bytes, 0, buffer, filled, bytes.length);
            filled += bytes.length;
        }
    }

    private void number(int number) {
        int scale = 1;
        while (number / scale >= 10) {
            scale *= 10;
        }
        for (; scale > 0; scale /= 10) {
            buffer[filled++] = (byte) ('0' + number / scale % 10);
        }
    }

    private void room(int bytes) {
        if (buffer.length - filled < bytes) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer, 0, filled);
        filled = 0;
    }

    /// A fresh digest; a copy of one costs less than asking all providers for it again.
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            return named();
        }
    }

    private static MessageDigest named() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
