package org.broadsheet.core.story;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Locale;

/// How a stretch of text in a paragraph is set apart: strong, emphasised, raised, lowered or linked.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Mark.Strong.class, name = "strong"),
    @JsonSubTypes.Type(value = Mark.Emphasis.class, name = "em"),
    @JsonSubTypes.Type(value = Mark.Superscript.class, name = "sup"),
    @JsonSubTypes.Type(value = Mark.Subscript.class, name = "sub"),
    @JsonSubTypes.Type(value = Mark.Link.class, name = "link")
})
public sealed interface Mark {

    /// Set in bold.
    record Strong() implements Mark {}

    /// Set in italics.
    record Emphasis() implements Mark {}

    /// Raised, as the 2 in a square metre.
    record Superscript() implements Mark {}

    /// Lowered, as the 2 in CO2.
    record Subscript() implements Mark {}

    /// A link to another page.
    ///
    /// @param href where it leads: an absolute `http`, `https` or `mailto` address, or a path of the site that
    /// starts with `/`
    record Link(String href) implements Mark {

        /// @throws IllegalArgumentException if the address could run a script or lead nowhere a reader may go
        public Link {
            if (!isAllowed(href)) {
                throw new IllegalArgumentException("Not a link a reader may follow: " + href);
            }
        }

        /// Whether an address may stand in a story: `http`, `https`, `mailto`, or a path of the site. Not `//host` and
        /// nothing a browser reads as that (`/\host`, control characters within).
        public static boolean isAllowed(String href) {
            String lower = href.strip().toLowerCase(Locale.ROOT);
            if (hasControls(lower)) {
                return false;
            }
            boolean path = lower.startsWith("/") && !lower.startsWith("//") && !lower.startsWith("/\\");
            return path || lower.startsWith("mailto:") || isWebAddress(lower);
        }

        /// Whether an address is a whole `http` or `https` one.
        public static boolean isWebAddress(String href) {
            String lower = href.strip().toLowerCase(Locale.ROOT);
            return (lower.startsWith("https://") || lower.startsWith("http://")) && !hasControls(lower);
        }

        private static boolean hasControls(String address) {
            for (int i = 0; i < address.length(); i++) {
                if (Character.isISOControl(address.charAt(i))) {
                    return true;
                }
            }
            return false;
        }
    }
}
