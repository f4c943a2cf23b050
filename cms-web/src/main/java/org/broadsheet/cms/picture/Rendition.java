package org.broadsheet.cms.picture;

/// A picture in one size as staff see it: a JPEG in sRGB.
///
/// @param jpeg its bytes
/// @param tag changes whenever the bytes could; to be used as an entity tag, without quotes
public record Rendition(byte[] jpeg, String tag) {}
