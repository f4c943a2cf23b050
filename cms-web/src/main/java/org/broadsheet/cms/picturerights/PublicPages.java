package org.broadsheet.cms.picturerights;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.broadsheet.core.picture.PictureHash;

/// The pages that readers see, as far as pictures on them come and go. Whoever puts stories up keeps them.
public interface PublicPages {

    /// The public stories whose words carry a picture, whether it is printed now or not.
    List<Page> carrying(PictureHash hash);

    /// Prints those stories anew, in the running transaction, each with a line in the publication log: without what
    /// is barred, and with what is not any more. Their words, dates and versions stay.
    ///
    /// @return those whose pages have changed
    List<Page> printAnew(PictureHash hash);

    /// A page that readers see.
    ///
    /// @param address a path from `/`
    /// @param caption the story's own of the picture, in house style; may be empty
    /// @param version the version of the story's words that readers see
    /// @param position of the page in the publication log; 0 where it was not printed anew
    record Page(UUID story, String headline, String address, Shows shows, String caption, int version, long position) {}

    /// What stands where a picture was meant to stand.
    enum Shows {
        /// The picture itself.
        THIS,
        /// Another picture of the story in the first place of the page.
        FALLBACK,
        /// No picture.
        NONE;

        /// What programs know it by.
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
