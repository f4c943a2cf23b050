package org.broadsheet.ingest.feed;

/// The book of feeds was changed: something may be due.
record FeedsChanged() {}
