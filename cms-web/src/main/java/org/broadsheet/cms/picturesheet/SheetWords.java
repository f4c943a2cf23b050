package org.broadsheet.cms.picturesheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.core.picture.PictureSheet;
import org.broadsheet.core.picture.PictureSheetBuilder;
import org.broadsheet.core.picture.SheetField;
import org.broadsheet.core.spelling.Letters;
import org.jspecify.annotations.Nullable;

/// What is to be written on one sheet, or on many.
///
/// @param changes fields that get a new value; an empty value is none
/// @param add what lists get behind what stands in them
/// @param remove what goes from lists, in whatever letters it is written there
public record SheetWords(
        Map<SheetField, Optional<Object>> changes,
        Map<SheetField, List<String>> add,
        Map<SheetField, List<String>> remove) {

    /// Words that change nothing.
    public static final SheetWords NONE = new SheetWords(Map.of(), Map.of(), Map.of());

    public SheetWords {
        changes = Map.copyOf(changes);
        add = Map.copyOf(add);
        remove = Map.copyOf(remove);
    }

    /// Whether nothing is to be written.
    public boolean isEmpty() {
        return changes.isEmpty() && add.isEmpty() && remove.isEmpty();
    }

    PictureSheet applyTo(PictureSheet sheet) {
        PictureSheetBuilder builder = new PictureSheetBuilder(sheet);
        changes.forEach((field, value) -> builder.put(field, value.orElse(null)));
        Set<SheetField> lists = new LinkedHashSet<>(add.keySet());
        lists.addAll(remove.keySet());
        PictureSheet changed = builder.build();
        for (SheetField field : lists) {
            builder.put(
                    field,
                    list(field.in(changed), add.getOrDefault(field, List.of()), remove.getOrDefault(field, List.of())));
        }
        return builder.build();
    }

    private static List<String> list(@Nullable Object standing, List<String> more, List<String> less) {
        Set<String> gone = new HashSet<>();
        less.forEach(item -> gone.add(Letters.plain(item)));
        Set<String> seen = new HashSet<>();
        List<String> list = new ArrayList<>();
        if (standing instanceof List<?> items) {
            for (Object item : items) {
                String words = String.valueOf(item);
                if (!gone.contains(Letters.plain(words))) {
                    list.add(words);
                    seen.add(Letters.plain(words));
                }
            }
        }
        for (String item : more) {
            if (seen.add(Letters.plain(item))) {
                list.add(item);
            }
        }
        return list;
    }
}
