package org.broadsheet.cms.cropping;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.cms.darkroom.Area;
import org.jspecify.annotations.Nullable;

/// How a picture is cut now, and how it was cut before.
///
/// @param width of the upright original, in pixels
/// @param height of the upright original, in pixels
/// @param version counts the changes; who changes it says which version they saw
/// @param focus the point that every crop keeps which nobody drew
/// @param crops by name: `wide`, `standard`, `square`, and `free`, which is `null` until somebody draws it
/// @param history every change, the newest first
record CropSheet(
        int width, int height, int version, Focus focus, Map<String, @Nullable Cut> crops, List<Change> history) {

    CropSheet {
        crops = new LinkedHashMap<>(crops);
        history = List.copyOf(history);
    }

    /// The focal point, each from 0 to 1 from the left and upper edge.
    ///
    /// @param proposed whether it is the proposed one
    record Focus(double x, double y, boolean proposed) {}

    /// What a crop shows, in pixels of the upright original.
    ///
    /// @param drawn whether somebody drew it; else the focal point decides
    record Cut(int x, int y, int width, int height, boolean drawn) {
        static Cut of(Area area, boolean drawn) {
            return new Cut(area.left(), area.top(), area.width(), area.height(), drawn);
        }
    }

    /// A change.
    ///
    /// @param what `focus`, or the name of a crop
    /// @param number counts the changes of this kind from 1
    /// @param by who made it; `null` where it was proposed
    /// @param current whether it counts now
    /// @param focus where the point was set; `null` for crops
    /// @param area what was drawn; `null` for focal points, and where a drawn crop was taken back
    record Change(
            String what,
            int number,
            Instant at,
            @Nullable String by,
            boolean current,
            @Nullable Focus focus,
            @Nullable Cut area) {}
}
