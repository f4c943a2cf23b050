package org.broadsheet.cms.picturesheet;

import org.broadsheet.core.picture.SheetField;

/// A field of a sheet that was written over.
///
/// @param field by its name, such as `place.city`
/// @param before what stood there, for people to read; empty where nothing did
/// @param after what stands there now; empty where nothing does
public record SheetChange(String field, String before, String after) {

    private static final int LONGEST = 500;

    public SheetChange {
        before = cut(before);
        after = cut(after);
    }

    /// A change of a field.
    static SheetChange of(SheetField field, String before, String after) {
        return new SheetChange(field.word(), before, after);
    }

    private static String cut(String words) {
        return words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words;
    }
}
