package org.broadsheet.cms.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a picture has come, as the upload panel reads it.
///
/// @param id which upload, absent for a picture that came from an address
/// @param name what the file is called
/// @param size how many bytes it has
/// @param offset how many of them are held, durably
/// @param state `open`, `kept` or `refused`
/// @param hash which picture it became, if it is kept
/// @param again whether the same bytes were held before, if it is kept
/// @param sentence why it was refused, if it was
@JsonInclude(JsonInclude.Include.NON_NULL)
record UploadAnswer(
        @Nullable UUID id,
        String name,
        long size,
        long offset,
        String state,
        @Nullable String hash,
        @Nullable Boolean again,
        @Nullable String sentence) {

    static UploadAnswer of(Upload upload) {
        return of(upload.id(), upload.name(), upload.size(), upload.offset(), upload.standing());
    }

    static UploadAnswer of(@Nullable UUID id, String name, long size, long offset, Upload.Standing standing) {
        return switch (standing) {
            case Upload.Standing.Open _ -> new UploadAnswer(id, name, size, offset, "open", null, null, null);
            case Upload.Standing.Kept kept ->
                new UploadAnswer(id, name, size, offset, "kept", kept.picture().value(), kept.again(), null);
            case Upload.Standing.Refused refused ->
                new UploadAnswer(id, name, size, offset, "refused", null, null, refused.sentence());
        };
    }
}
