package org.broadsheet.core.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
        String instructions) {
    public WirePicture {
        fileName = fileName == null ? "" : fileName;
        mimeType = mimeType == null ? "" : mimeType;
        caption = caption == null ? Caption.EMPTY : caption;
        credit = credit == null ? Credit.NONE : credit;
        creditAsSent = creditAsSent == null ? "" : creditAsSent;
        alt = alt == null ? "" : alt;
        instructions = instructions == null ? "" : instructions;
    }
}
