package org.broadsheet.core.picture;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/// A picture as it stands in one story: the story's own caption, credit and alternative text for it.
///
/// @param hash which picture
/// @param caption printed below it
/// @param credit printed after the caption; needed to publish
/// @param alt what it shows, for those who cannot see it; may be empty while the story is a draft
/// @param width of the original, in pixels
/// @param height of the original, in pixels
public record PictureUse(
        PictureHash hash,
        Caption caption,
        Credit credit,
        String alt,
        @JsonSetter(nulls = Nulls.AS_EMPTY) int width,
        @JsonSetter(nulls = Nulls.AS_EMPTY) int height) {
    public PictureUse {
        caption = caption == null ? Caption.EMPTY : caption;
        credit = credit == null ? Credit.NONE : credit;
        alt = alt == null ? "" : alt.strip();
    }
}
