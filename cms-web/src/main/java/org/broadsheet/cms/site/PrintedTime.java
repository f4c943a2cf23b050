package org.broadsheet.cms.site;

/// A moment as it is printed.
///
/// @param machine for HTML's `datetime`: with the offset of the publication's time zone
/// @param words for readers
record PrintedTime(String machine, String words) {}
