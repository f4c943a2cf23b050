package org.broadsheet.cms.picturesheet;

/// What came of writing on a sheet.
public sealed interface Writing {

    /// There is a new version.
    record Written(SheetVersion now) implements Writing {}

    /// Everything stood there already.
    record Unchanged(SheetVersion now) implements Writing {}

    /// Somebody else wrote in between; nothing was changed.
    record Stale(SheetVersion now) implements Writing {}
}
