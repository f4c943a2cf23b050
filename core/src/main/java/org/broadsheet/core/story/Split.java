package org.broadsheet.core.story;

/// What a grammar took off a body, and the body that is left.
///
/// @param part what was taken off; the part's own "nothing" where there was none
/// @param rest every other character and inline of the body, as it was
public record Split<T>(T part, Body rest) {}
