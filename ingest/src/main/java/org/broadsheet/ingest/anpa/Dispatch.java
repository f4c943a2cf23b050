package org.broadsheet.ingest.anpa;

/// One dispatch of a payload, cut out but not yet read. The characters are the bytes as ISO 8859-1 has them.
///
/// @param heading what stands before the text
/// @param between what stands between the heading and the STX: keyword lines, declarations; mostly empty
/// @param text what stands between STX and ETX
/// @param trailer what stands behind the ETX, such as the time of transmission
/// @param begun whether an STX was sent
/// @param ended whether an ETX was sent, or none can be expected because control characters are gone
record Dispatch(Heading heading, String between, String text, String trailer, boolean begun, boolean ended) {}
