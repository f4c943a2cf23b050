package org.broadsheet.cms.picture;

import java.util.Optional;
import org.broadsheet.cms.picturefile.ContentCredentials;
import org.broadsheet.cms.picturefile.Slip;
import org.broadsheet.core.picture.PictureHash;

/// Where pictures are kept. An original is known by the hash of its bytes and never changes.
public interface PictureStore {

    /// Whether the original is held, whole.
    boolean holds(PictureHash hash);

    /// Keeps an original. When this returns [Keeping.Kept] the bytes are kept durably and survive a loss of power;
    /// keeping the same bytes again changes nothing. What cannot be printed is refused and must not be tried again.
    ///
    /// @param mimeType what the sender says it is; what the bytes say counts
    Keeping keep(byte[] original, String mimeType);

    /// The bytes as they came in, checked against the hash.
    ///
    /// @throws PictureMissing if it is not held, or no longer has the bytes it was kept with
    byte[] original(PictureHash hash);

    /// What an original is known as.
    ///
    /// @throws PictureMissing if it is not held
    HeldPicture facts(PictureHash hash);

    /// The words that go with a picture where no story prints others: what the picture desk has written, else what the
    /// original says of itself; empty words where neither says anything.
    ///
    /// @throws PictureMissing if it is not held
    Slip words(PictureHash hash);

    /// The Content Credentials that an original carries: present, not verified.
    ///
    /// @throws PictureMissing if it is not held
    Optional<ContentCredentials> credentials(PictureHash hash);

    /// The picture as a JPEG at least as wide as asked for where the original is, never wider than the original. Widths
    /// other than those of [Renditions#WIDTHS] give the next wider of them.
    ///
    /// @throws PictureMissing if it is not held or cannot be drawn
    Rendition rendition(PictureHash hash, int width);

    /// Any piece of a picture in any width, drawn where it was not before. Whoever offers it to readers has made sure
    /// that it may be had. Where AVIF or WebP is wanted and cannot be made, a JPEG.
    ///
    /// @throws PictureMissing if it is not held or cannot be drawn
    byte[] rendition(RenditionWish wish);
}
