package org.broadsheet.cms.desk;

/// The page that stands where a screen of the desk cannot be shown.
///
/// @param status the HTTP status
/// @param kind which words explain it: `forbidden`, `unknown` or `broken`
record RefusalPage(int status, String kind) {}
