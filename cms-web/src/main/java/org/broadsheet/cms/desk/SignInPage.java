package org.broadsheet.cms.desk;

import org.jspecify.annotations.Nullable;

/// The page where staff sign in.
///
/// @param newspaper its name
/// @param language of the newspaper as a BCP 47 tag
/// @param problem the message that says why the last attempt did not work, `null` before the first
/// @param news the message that says what else has happened, `null` where nothing has
record SignInPage(
        String newspaper,
        String language,
        @Nullable String problem,
        @Nullable String news) {}
