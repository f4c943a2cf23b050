package org.broadsheet.ingest.newsml1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.words.OfferedPicture;
import org.jspecify.annotations.Nullable;

/// One piece of content in one form: characters that stand in the item, or a file beside it.
record ContentItem(Markup.Element element) {

    private static final Set<String> PICTURES =
            Set.of("photo", "picture", "image", "graphic", "graphics", "illustration", "still");

    /// Whether it is a picture, by its type or by the name of its file.
    boolean isPicture() {
        return PICTURES.contains(mediaType())
                || offered("").isPicture()
                || (mimeType().startsWith("image/") && !mimeType().contains("svg"));
    }

    /// Whether its content stands in the item.
    boolean isInline() {
        return content() != null;
    }

    String href() {
        return element.attribute("Href");
    }

    String mimeType() {
        return element.attributeAt("MimeType", "FormalName").toLowerCase(Locale.ROOT);
    }

    /// `photo`, `text`, `video`; empty where not sent.
    String mediaType() {
        return element.attributeAt("MediaType", "FormalName").toLowerCase(Locale.ROOT);
    }

    /// The form as it is offered under a name.
    ///
    /// @param name of its file where the item names none
    OfferedPicture offered(String name) {
        String type = mimeType().contains("/") ? mimeType() : PICTURES.contains(mediaType()) ? "image/*" : "";
        return new OfferedPicture(
                href().isEmpty() ? name : href(),
                "",
                type,
                characteristic("width"),
                characteristic("height"),
                OfferedPicture.number(size()));
    }

    /// `DataContent`, inside an `Encoding` or not; `null` where the content lies elsewhere.
    Markup.@Nullable Element content() {
        Markup.Element data = element.first("DataContent");
        return data == null ? element.first("Encoding", "DataContent") : data;
    }

    /// How the characters of the content are encoded; empty where they are not.
    String encoding() {
        return element.attributeAt("Encoding", "Notation").toLowerCase(Locale.ROOT);
    }

    /// What the base 64 of its content stands for; `null` where it is none.
    byte @Nullable [] decoded() {
        Markup.Element content = content();
        if (content == null || !encoding().contains("base64")) {
            return null;
        }
        try {
            return Base64.getMimeDecoder().decode(content.raw().strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Its characters, decoded where they are encoded; `null` where they cannot be.
    @Nullable
    String characters() {
        Markup.Element content = content();
        if (content == null) {
            return null;
        }
        if (encoding().isEmpty() || encoding().contains("none")) {
            return content.raw();
        }
        byte[] decoded = decoded();
        return decoded == null ? null : new String(decoded, StandardCharsets.UTF_8);
    }

    private String size() {
        Markup.Element size = element.first("Characteristics", "SizeInBytes");
        return size == null ? "" : size.words();
    }

    private long characteristic(String wanted) {
        Markup.Element characteristics = element.first("Characteristics");
        List<Markup.Element> properties = characteristics == null ? new ArrayList<>() : characteristics.all("Property");
        for (Markup.Element property : properties) {
            String name = property.attribute("FormalName").toLowerCase(Locale.ROOT);
            if (name.equals(wanted) || name.endsWith("pixel" + wanted) || name.equals("image" + wanted)) {
                return OfferedPicture.number(property.attribute("Value"));
            }
        }
        return 0;
    }
}
