package org.broadsheet.ingest.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.words.Characters;

/// One part of a mail: a text, a picture, a file.
///
/// @param type its media type, in small letters
/// @param charset as declared; empty where not
/// @param flowed whether lines that end in a space go on in the next (RFC 3676)
/// @param deleteSpace whether that space is none of the text (RFC 3676, `DelSp`)
/// @param attached whether the sender calls it an attachment
/// @param fileName what the sender calls it; empty where it has no name
/// @param contentId the mail's own name for it; empty where it has none
/// @param alternative which choice between renditions it belongs to; 0 where it stands alone
/// @param bytes its transfer encoding undone
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record MailPart(
        String type,
        String charset,
        boolean flowed,
        boolean deleteSpace,
        boolean attached,
        String fileName,
        String contentId,
        int alternative,
        byte[] bytes) {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9._-]{3,40})");
    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "tif", "tiff", "webp", "gif");
    private static final Set<String> WIRE_FILES = Set.of("xml", "json", "txt", "eml", "nitf", "newsml", "anpa");
    private static final Map<String, String> ENDINGS = Map.of(
            "image/jpeg", ".jpg",
            "image/png", ".png",
            "image/tiff", ".tif",
            "image/webp", ".webp",
            "image/gif", ".gif",
            "message/rfc822", ".eml",
            "application/json", ".json",
            "application/xml", ".xml",
            "text/xml", ".xml",
            "text/plain", ".txt");

    /// Whether it is words of the mail itself.
    boolean isText() {
        return !attached && (type.equals("text/plain") || type.equals("text/html")) && !isWireFile();
    }

    boolean isHtml() {
        return type.equals("text/html");
    }

    boolean isPicture() {
        return type.startsWith("image/")
                ? !type.contains("svg")
                : type.equals("application/octet-stream") && PICTURES.contains(ending());
    }

    /// Whether it is a payload of its own: an agency's file, or a mail in the mail.
    boolean isWireFile() {
        if (type.equals("message/rfc822") || type.endsWith("/xml") || type.endsWith("+xml") || type.endsWith("/json")) {
            return !type.contains("svg") && !type.contains("xhtml");
        }
        boolean plain = type.startsWith("text/") || type.equals("application/octet-stream");
        return plain && WIRE_FILES.contains(ending()) && (attached || !fileName.isEmpty());
    }

    /// A signature for machines, which every mail client may add.
    boolean isSeal() {
        return type.endsWith("-signature") || type.equals("application/pgp-keys") || type.equals("text/x-amp-html");
    }

    /// Its name without any path; one of its type where it has none.
    ///
    /// @param number its place among the parts
    String name(int number) {
        String bare = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\x00-\\x1F\\x7F]", "")
                .strip();
        while (bare.startsWith(".")) {
            bare = bare.substring(1);
        }
        if (bare.isEmpty()) {
            return "part-" + number + ENDINGS.getOrDefault(type, "");
        }
        return bare.length() > 150 ? bare.substring(bare.length() - 150) : bare;
    }

    /// Its characters: in the declared charset where they can be, else in the real one.
    String text() {
        String declared = charset;
        if (declared.isEmpty() && isHtml()) {
            Matcher meta =
                    META.matcher(new String(bytes, 0, Math.min(bytes.length, 2_000), StandardCharsets.ISO_8859_1));
            declared = meta.find() ? meta.group(1) : "";
        }
        Charset known = HeaderText.charset(declared, StandardCharsets.UTF_8);
        if (known.equals(StandardCharsets.UTF_8) || known.equals(StandardCharsets.US_ASCII)) {
            return Characters.clean(HeaderText.characters(bytes));
        }
        return Characters.clean(new String(bytes, known.equals(StandardCharsets.ISO_8859_1) ? WESTERN : known));
    }

    private String ending() {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
