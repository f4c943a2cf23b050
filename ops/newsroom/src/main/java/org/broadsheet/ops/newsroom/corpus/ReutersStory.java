package org.broadsheet.ops.newsroom.corpus;

import java.time.LocalDateTime;

/// A story of the Reuters-21578 corpus; each text is empty where the corpus has none.
///
/// @param number its number in the corpus (`NEWID`), from 1
/// @param sent when it was sent, in a zone that the corpus does not name
/// @param heading the control characters and the heading that came over the wire before it (`UNKNOWN`)
/// @param title its headline, on one line
/// @param author its byline
/// @param dateline as sent, with the blanks before it
/// @param body as sent, with its line breaks; for a story the corpus did not take apart, all of its text
public record ReutersStory(
        int number, LocalDateTime sent, String heading, String title, String author, String dateline, String body) {}
