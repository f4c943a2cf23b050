package org.broadsheet.cms.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stretch of the wire basket, newest first.
///
/// @param desks every desk that has something untaken, by name, whatever was asked for
/// @param end the last position of the wire log that is in the basket
public record BasketPage(List<Item> items, Counts counts, List<String> desks, long end) {
    public BasketPage {
        items = List.copyOf(items);
        desks = List.copyOf(desks);
    }

    /// How much is in each part of the basket, within the section and the desk asked for.
    public record Counts(long untaken, long taken, long dropped, long expired) {}

    /// One item of the basket.
    ///
    /// @param kind `text` or `picture`
    /// @param status `usable`, `withheld` or `canceled`
    /// @param purpose `story`, `update`, `write-through`, `correction`, `kill` or `advisory`
    /// @param tags the headline's prefixes in print, such as `UPDATE 2`
    /// @param source the agency as it is shown: the credit line, else the provider
    /// @param pictures how many pictures belong to it
    /// @param story the story made from it, or the one it kills or corrects; `null` where there is none
    /// @param routed what the routing rules said
    /// @param note why it waits for an editor although a rule would publish it; empty where it does not
    /// @param twins the same story from elsewhere
    /// @param about the items it kills, corrects or updates
    /// @param toldBy the items that kill, correct or update it
    public record Item(
            String provider,
            String guid,
            long version,
            long position,
            String kind,
            String status,
            String purpose,
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
            boolean dropped,
            boolean expired,
            Routed routed,
            String note,
            List<Twin> twins,
            List<Told> about,
            List<Told> toldBy) {
        public Item {
            tags = List.copyOf(tags);
            twins = List.copyOf(twins);
            about = List.copyOf(about);
            toldBy = List.copyOf(toldBy);
        }
    }

    /// The story made from an item.
    ///
    /// @param state `draft`, `submitted`, `published`, `killed` or `spiked`
    public record StoryRef(UUID id, String state) {}

    /// What the routing rules said of an item.
    ///
    /// @param desk empty where none is named
    /// @param section the slug of the section meant for it; empty where none is named
    /// @param rules the names of the rules that decided
    public record Routed(String desk, String section, List<String> tags, boolean autoPublish, List<String> rules) {
        public Routed {
            tags = List.copyOf(tags);
            rules = List.copyOf(rules);
        }
    }

    /// The same story as it came from elsewhere.
    ///
    /// @param feed the feed it came in on
    /// @param source the agency as it is shown
    /// @param state of the story made from it; `null` where none was
    public record Twin(
            String provider,
            String guid,
            String feed,
            String source,
            String headline,
            Instant receivedAt,
            boolean dropped,
            @Nullable UUID story,
            @Nullable String state) {}

    /// How one item speaks of another.
    ///
    /// @param rel `kills`, `corrects` or `updates`
    /// @param guid of the other item, of the same provider
    /// @param headline of the other item; empty where it has not come in
    /// @param story the story made from the other item; `null` where none was
    public record Told(
            String rel,
            String guid,
            String headline,
            @Nullable UUID story,
            @Nullable String state) {}

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
