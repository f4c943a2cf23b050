package org.broadsheet.cms.picturerights;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.broadsheet.core.picture.UsageRule;
import org.jspecify.annotations.Nullable;

/// Whether a picture may be shown now.
///
/// @param sentence what an editor reads; empty where the picture is free
/// @param endsAt when the right to show it ends, or ended; `null` where nothing ends it
/// @param looksDifferentAt when the state changes next by itself; `null` where it does not
/// @param rules what its usage terms demand
/// @param notUnderstood what stands in its terms and was not understood
public record Standing(
        State state,
        String sentence,
        @Nullable Instant endsAt,
        @Nullable Instant looksDifferentAt,
        List<UsageRule> rules,
        List<String> notUnderstood) {

    /// Of a picture of which nothing is known that stands in the way.
    public static final Standing FREE = new Standing(State.FREE, "", null, null, List.of(), List.of());

    public Standing {
        rules = List.copyOf(rules);
        notUnderstood = List.copyOf(notUnderstood);
    }

    /// Whether no reader may see it now.
    public boolean isBarred() {
        return state == State.ENDED || state == State.TAKEN_DOWN;
    }

    /// How it stands with the right to show a picture.
    public enum State {
        /// Nothing stands in the way.
        FREE,
        /// There are rules, and they allow it.
        RULED,
        /// It may be shown, and its right ends within a day.
        ENDING,
        /// It must not be shown now: its right has ended, or has not begun.
        ENDED,
        /// Somebody of this newsroom has taken it down.
        TAKEN_DOWN;

        /// What programs know it by.
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
