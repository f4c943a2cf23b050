package org.broadsheet.cms.picturedesk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.broadsheet.core.picture.CaptionReading;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.PictureSheet;
import org.broadsheet.core.picture.PictureSheet.Disagreement;
import org.broadsheet.core.picture.PictureSheet.NamedDate;
import org.jspecify.annotations.Nullable;

/// All that the picture desk knows of one picture.
///
/// @param row as it stands in the grid
/// @param sheet as it stands now
/// @param asRead as the file says it
/// @param version of the sheet; to be named by whoever writes on it
/// @param dates every date that is named anywhere, the most trusted first
/// @param disagreements where file and wire name different values
/// @param settled fields that the desk has written: their disagreements need nobody any more
/// @param creditParts the credit taken apart
/// @param creditUnderstood whether it could be; if not, the whole line is the agency
/// @param captionParts the caption taken apart
/// @param uses stories that show it, public ones first
/// @param history what happened to it, the newest first
/// @param credentials Content Credentials of the original; `null` where it carries none
/// @param rules what usage terms and instructions demand
/// @param notUnderstood sentences in them that no rule was made of
/// @param may what whoever asks may do
record PictureView(
        @JsonUnwrapped PictureRow row,
        PictureSheet sheet,
        PictureSheet asRead,
        int version,
        List<NamedDate> dates,
        List<Disagreement> disagreements,
        List<String> settled,
        Credit creditParts,
        boolean creditUnderstood,
        CaptionReading captionParts,
        List<Use> uses,
        List<Happening> history,
        @Nullable Credentials credentials,
        List<Rule> rules,
        List<String> notUnderstood,
        May may) {

    /// A story that shows the picture.
    ///
    /// @param isPublic whether readers see it there now
    /// @param address where they do; empty where they do not
    record Use(
            UUID story,
            String headline,
            String state,

            @com.fasterxml.jackson.annotation.JsonProperty("public")
            boolean isPublic,

            String address,
            @Nullable Instant firstPublishedAt) {}

    /// Something that happened to the picture.
    ///
    /// @param by who did it; empty where it was the house itself
    /// @param what such as `kept`, `wire`, `changed`, `cropped`, `focused`, `published`
    /// @param sentence the same for people
    record Happening(Instant at, String by, String what, String sentence) {}

    /// Content Credentials: present, not verified.
    record Credentials(boolean present, String signer, boolean verified) {}

    /// A rule of usage.
    ///
    /// @param words from which it was read
    /// @param endsAt when it ends the right to show the picture; `null` where it does not
    record Rule(String words, String sentence, @Nullable Instant endsAt) {}

    /// What somebody may do.
    record May(boolean edit, boolean takeDown) {}
}
