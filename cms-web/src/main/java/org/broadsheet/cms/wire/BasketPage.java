package org.broadsheet.cms.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stretch of the wire basket, newest first.
///
/// @param end the last position of the wire log that is in the basket
public record BasketPage(List<Item> items, Counts counts, long end) {
    public BasketPage {
        items = List.copyOf(items);
    }

    /// How much is in each part of the basket, within the section asked for.
    public record Counts(long untaken, long taken, long dropped) {}

    /// One item of the basket.
    ///
    /// @param kind `text` or `picture`
    /// @param status `usable`, `withheld` or `canceled`
    /// @param tags the headline's prefixes in print, such as `UPDATE 2`
    /// @param source the agency as it is shown: the credit line, else the provider
    /// @param pictures how many pictures belong to it
    /// @param story the story made from it, `null` while nobody has taken it
    public record Item(
            String provider,
            String guid,
            long version,
            long position,
            String kind,
            String status,
            Instant receivedAt,
            @Nullable Integer urgency,
            String headline,
            List<String> tags,
            String slugline,
            String source,
            @Nullable Instant embargoedUntil,
            int pictures,
            @Nullable Relation relation,
            @Nullable StoryRef story,
            boolean dropped) {
        public Item {
            tags = List.copyOf(tags);
        }
    }

    /// The story made from an item.
    ///
    /// @param state `draft`, `submitted`, `published`, `killed` or `spiked`
    public record StoryRef(UUID id, String state) {}

    /// What an item means for a story of ours.
    public enum Relation {
        /// A newer version of what a story is made from.
        @JsonProperty("updates-your-story")
        UPDATES_YOUR_STORY,
        /// The agency takes back what a public story is made from.
        @JsonProperty("published-here")
        PUBLISHED_HERE
    }
}
