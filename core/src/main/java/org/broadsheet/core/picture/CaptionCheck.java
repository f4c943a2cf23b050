package org.broadsheet.core.picture;

/// What can be the matter with a picture's caption, credit and description when they are read together.
public enum CaptionCheck {
    /// Nothing stands below the picture.
    CAPTION_MISSING("caption-missing", Level.WARNS),
    /// Fewer than five words.
    CAPTION_SHORT("caption-short", Level.ADVISES),
    /// No place is named.
    PLACE_MISSING("place-missing", Level.ADVISES),
    /// No person is named.
    PERSON_MISSING("person-missing", Level.ADVISES),
    /// The picture is old and does not say that it is from the files.
    OLD_WITHOUT_PREFIX("old-picture-without-flag", Level.WARNS),
    /// The picture is of these days and says that it is from the files.
    FRESH_WITH_PREFIX("fresh-picture-with-flag", Level.WARNS),
    /// The caption says FILE PHOTO, the credit does not.
    FILE_IN_CAPTION_ONLY("file-photo-in-caption-only", Level.WARNS),
    /// The credit says File Photo, the caption does not.
    FILE_IN_CREDIT_ONLY("file-photo-in-credit-only", Level.WARNS),
    /// Caption and file do not name the same day.
    DATES_DISAGREE("dates-disagree", Level.WARNS),
    /// The weekday in the caption is not that of its date.
    WEEKDAY_WRONG("weekday-wrong", Level.WARNS),
    /// The day in the caption is still to come.
    DAY_TO_COME("day-to-come", Level.WARNS),
    /// The subject itself gave the picture out, and the reader is not told.
    HANDOUT_UNDISCLOSED("handout-undisclosed", Level.WARNS),
    /// It comes from media that a state runs, and the reader is not told.
    STATE_MEDIA_UNDISCLOSED("state-media-undisclosed", Level.WARNS),
    /// Nothing for readers who cannot see it.
    ALT_TEXT_MISSING("alt-text-missing", Level.WARNS),
    /// The description repeats the caption.
    ALT_TEXT_IS_CAPTION("alt-text-is-caption", Level.ADVISES),
    /// The credit line could not be taken apart.
    CREDIT_NOT_READ("credit-not-read", Level.ADVISES),
    /// Another story showed the same picture a short while ago.
    USED_LATELY("picture-used-lately", Level.WARNS);

    private final String code;
    private final Level usually;

    CaptionCheck(String code, Level usually) {
        this.code = code;
        this.usually = usually;
    }

    /// What programs and settings know it by.
    public String code() {
        return code;
    }

    /// How much it weighs where the newsroom has not said otherwise.
    public Level usually() {
        return usually;
    }

    /// How much a finding weighs.
    public enum Level {
        /// The story cannot go out.
        BLOCKS,
        /// It can go out, and somebody may be sorry.
        WARNS,
        /// Worth a look.
        ADVISES,
        /// The newsroom does not look at it.
        SILENT
    }
}
