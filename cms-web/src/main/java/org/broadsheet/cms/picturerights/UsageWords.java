package org.broadsheet.cms.picturerights;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.broadsheet.core.picture.PictureHash;

/// What is written about the use of pictures. Whoever keeps their sheets says so.
public interface UsageWords {

    /// The words of each picture that is known; the others are left out.
    Map<PictureHash, Words> of(Collection<PictureHash> hashes);

    /// What is written about one picture.
    ///
    /// @param texts usage terms and instructions, each as it stands; empty ones say nothing
    /// @param received when the picture came in: `within 14 days` counts from here
    record Words(List<String> texts, Instant received) {
        public Words {
            texts = List.copyOf(texts);
        }
    }
}
