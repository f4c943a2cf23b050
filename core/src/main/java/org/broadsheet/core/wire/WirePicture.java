package org.broadsheet.core.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;

/// What is known of a picture that came over the wire, from the item and from the file's own metadata.
///
/// @param hash the original's hash; `null` while its file has not come in yet
/// @param fileName what the wire calls the file
/// @param mimeType by content, such as `image/jpeg`; empty while the file has not come in
/// @param width in pixels; 0 while the file has not come in
/// @param height in pixels; 0 while the file has not come in
/// @param caption parsed: text, file-photo flag, date taken
/// @param credit parsed; [Credit#NONE] where neither item nor file gives one
/// @param creditAsSent the credit line before parsing; empty where not sent
/// @param alt alternative text from the file (IPTC AltTextAccessibility); empty where not sent
/// @param instructions to picture editors (IIM 2:40); empty where not sent
/// @param offered all forms in which the wire offers it, as sent and in its order; only one of them is taken
public record WirePicture(
        @Nullable PictureHash hash,
        String fileName,
        String mimeType,
        @JsonSetter(nulls = Nulls.AS_EMPTY) int width,
        @JsonSetter(nulls = Nulls.AS_EMPTY) int height,
        Caption caption,
        Credit credit,
        String creditAsSent,
        String alt,
        String instructions,
        List<Form> offered) {
    public WirePicture {
        fileName = fileName == null ? "" : fileName;
        mimeType = mimeType == null ? "" : mimeType;
        caption = caption == null ? Caption.EMPTY : caption;
        credit = credit == null ? Credit.NONE : credit;
        creditAsSent = creditAsSent == null ? "" : creditAsSent;
        alt = alt == null ? "" : alt;
        instructions = instructions == null ? "" : instructions;
        offered = offered == null ? List.of() : List.copyOf(offered);
    }

    /// A picture of which the wire offers no other form.
    public WirePicture(
            @Nullable PictureHash hash,
            String fileName,
            String mimeType,
            int width,
            int height,
            Caption caption,
            Credit credit,
            String creditAsSent,
            String alt,
            String instructions) {
        this(hash, fileName, mimeType, width, height, caption, credit, creditAsSent, alt, instructions, List.of());
    }

    /// The same picture with an alternative text and the forms in which the wire offers it.
    public WirePicture with(String alt, List<Form> offered) {
        return new WirePicture(
                hash, fileName, mimeType, width, height, caption, credit, creditAsSent, alt, instructions, offered);
    }

    /// One form in which the wire offers a picture.
    ///
    /// @param href its file or address, as sent
    /// @param use what the form is for, such as `rnd:highRes`; empty where not sent
    /// @param mimeType as sent; empty where not sent
    /// @param width in pixels; 0 where not sent
    /// @param height in pixels; 0 where not sent
    /// @param size in bytes; 0 where not sent
    public record Form(
            String href,
            String use,
            String mimeType,
            @JsonSetter(nulls = Nulls.AS_EMPTY) long width,
            @JsonSetter(nulls = Nulls.AS_EMPTY) long height,
            @JsonSetter(nulls = Nulls.AS_EMPTY) long size) {
        public Form {
            href = href == null ? "" : href;
            use = use == null ? "" : use;
            mimeType = mimeType == null ? "" : mimeType;
        }
    }
}
