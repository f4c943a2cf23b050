package org.broadsheet.cms.picture;

/// A picture in one size, ready to be sent: a JPEG in sRGB.
///
/// @param jpeg its bytes
/// @param tag changes whenever the bytes could; to be used as an entity tag, without quotes
public record Rendition(byte[] jpeg, String tag) {}
