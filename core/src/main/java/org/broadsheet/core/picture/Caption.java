package org.broadsheet.core.picture;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What stands below a picture, as data.
///
/// @param text what the picture shows, place and date included, without the `FILE PHOTO:` prefix and without the credit
/// @param filePhoto whether the picture is from the files and says nothing about today
/// @param taken the day it was taken, `null` where nobody knows
public record Caption(
        String text,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean filePhoto,
        @Nullable LocalDate taken) {

    /// A caption without a word.
    public static final Caption EMPTY = new Caption("", false, null);

    public Caption {
        text = text == null ? "" : text.strip();
    }

    /// In house style: `FILE PHOTO: Container ships wait …`.
    public String print() {
        return filePhoto ? "FILE PHOTO: " + text : text;
    }
}
