package org.broadsheet.cms.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The one style sheet of the site, joined at the start from a file for each thing on the page, and named after what is
/// in it so that it can be kept for ever.
@Component
class StyleSheet {

    /// In the order they are joined; the first names the layers.
    private static final List<String> PARTS = List.of(
            "tokens",
            "base",
            "masthead",
            "headline",
            "front-page",
            "section-front",
            "story",
            "figure",
            "body",
            "list",
            "promo",
            "notice",
            "footer",
            "print");

    private final String words;
    private final String address;

    StyleSheet() {
        StringBuilder joined = new StringBuilder();
        for (String part : PARTS) {
            joined.append(read("site/styles/" + part + ".css"));
        }
        this.words = joined.toString();
        this.address = "/site/" + digest(words) + ".css";
    }

    /// Where it is.
    String address() {
        return address;
    }

    /// What it says.
    String words() {
        return words;
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A part of the style sheet is missing: " + path, e);
        }
    }

    private static String digest(String words) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
