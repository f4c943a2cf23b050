package org.broadsheet.ops.newsroom;

import org.jspecify.annotations.Nullable;

/// What the demo desk does with one item of the wire: takes it, dresses it, and mostly publishes it.
///
/// @param provider who sent it; with the guid what it is known by
/// @param guid what the agency calls it
/// @param version the version the desk has before it when it takes the item
/// @param section the section it goes to
/// @param kicker shown before the headline instead of the wire's; `null`: as the wire has it
/// @param standfirst the line below the headline; `null`: none written
/// @param slugline the working label instead of the wire's; `null`: as the wire has it
/// @param minutesAfterWire how long after the wire sent it the story went out
/// @param publishedMinutesAgo how long before `now` the story went out: the `firstPublishedAt` to ask for is `now` less
/// this
/// @param publish whether it is published; else it stays a draft
public record Choice(
        String provider,
        String guid,
        long version,
        String section,
        @Nullable String kicker,
        @Nullable String standfirst,
        @Nullable String slugline,
        int minutesAfterWire,
        int publishedMinutesAgo,
        boolean publish) {}
