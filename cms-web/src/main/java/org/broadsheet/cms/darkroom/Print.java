package org.broadsheet.cms.darkroom;

/// A picture as it is sent to readers.
///
/// @param bytes the file
/// @param format what it is: JPEG where AVIF was wanted and could not be made
/// @param width in pixels
/// @param height in pixels
public record Print(byte[] bytes, PrintFormat format, int width, int height) {}
