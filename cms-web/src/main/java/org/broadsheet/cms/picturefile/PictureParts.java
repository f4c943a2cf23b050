package org.broadsheet.cms.picturefile;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// What a file carries beside its pixels, cut out of it without reading any of it. Walking a file costs a look at each
/// of its segments; a part that is longer than anybody needs is left where it is.
///
/// @param exif the TIFF block of Exif, without the word before it; `null` where there is none
/// @param xmp the XMP packet (ISO 16684-1); `null` where there is none
/// @param iim the IPTC-IIM records; `null` where there are none
/// @param manifest the C2PA manifest store, a JUMBF box (ISO/IEC 19566-5); `null` where there is none
public record PictureParts(
        byte @Nullable [] exif, byte @Nullable [] xmp, byte @Nullable [] iim, byte @Nullable [] manifest) {

    /// Longer words than this are nobody's caption.
    static final int LONGEST_WORDS = 1 << 20;

    /// A manifest store holds certificates and thumbnails.
    static final int LONGEST_MANIFEST = 16 << 20;

    /// Nothing beside the pixels.
    public static final PictureParts NONE = new PictureParts(null, null, null, null);

    /// Cuts the parts out of a file; a damaged file has those that stand before the damage.
    public static PictureParts of(PictureFormat format, byte[] file) {
        Bytes bytes = new Bytes(file);
        return switch (format) {
            case JPEG -> JpegParts.of(bytes);
            case PNG -> ChunkParts.png(bytes);
            case WEBP -> ChunkParts.webp(bytes);
            case TIFF -> TiffParts.of(bytes);
            case AVIF -> BoxParts.of(bytes);
        };
    }

    /// The Exif orientation (Exif 3.0, tag 0x0112), 1 to 8; 1 where there is none or it makes no sense.
    public int orientation() {
        return exif == null ? 1 : TiffParts.orientation(new Bytes(exif));
    }

    /// Collects parts while a file is walked.
    static final class Found {

        byte @Nullable [] exif;
        byte @Nullable [] xmp;
        byte @Nullable [] iim;
        byte @Nullable [] manifest;

        /// The first of several counts; one that is too long is left out.
        static byte @Nullable [] first(byte @Nullable [] before, Bytes file, int at, int length, int longest) {
            return before != null || length <= 0 || length > longest ? before : file.slice(at, length);
        }

        PictureParts parts() {
            return new PictureParts(exif, xmp, iim, manifest);
        }
    }

    /// Puts one piece behind another, up to a bound.
    static boolean append(ByteArrayOutputStream whole, Bytes file, int at, int length, int longest) {
        if (length <= 0 || whole.size() + (long) length > longest) {
            return false;
        }
        byte[] piece = file.slice(at, length);
        whole.write(piece, 0, piece.length);
        return true;
    }
}
