package org.broadsheet.cms.picturerights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
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
    /// @param fileDays the days its file names by the part that names it, the most trusted first, as an editor
    /// reads it: `XMP photoshop:DateCreated`
    record Words(List<String> texts, Instant received, Map<String, LocalDate> fileDays) {
        public Words {
            texts = List.copyOf(texts);
            fileDays = Collections.unmodifiableMap(new LinkedHashMap<>(fileDays));
        }

        /// Of a picture whose file names no day.
        public Words(List<String> texts, Instant received) {
            this(texts, received, Map.of());
        }
    }
}
