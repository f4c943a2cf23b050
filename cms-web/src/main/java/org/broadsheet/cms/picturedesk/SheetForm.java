package org.broadsheet.cms.picturedesk;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.picturesheet.SheetWords;
import org.broadsheet.core.picture.SheetField;
import org.broadsheet.core.spelling.Spacing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what somebody at the picture desk has filled in. A field is named as in a sheet, `place.city` or within
/// `place`; what cannot stand in a field is refused with a sentence at that field.
final class SheetForm {

    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_ITEM = 500;
    private static final int MOST_ITEMS = 200;

    private final Map<String, String> faults = new LinkedHashMap<>();

    private SheetForm() {}

    /// Fields with their new values.
    static SheetWords changes(@Nullable JsonNode changes) {
        return read(changes, null, null);
    }

    /// The same, with what lists get and lose.
    static SheetWords read(@Nullable JsonNode changes, @Nullable JsonNode add, @Nullable JsonNode remove) {
        SheetForm form = new SheetForm();
        Map<SheetField, Optional<Object>> values = new EnumMap<>(SheetField.class);
        form.fields("", changes, values);
        SheetWords words = new SheetWords(values, form.lists(add), form.lists(remove));
        if (!form.faults.isEmpty()) {
            throw Asked.faulty(form.faults);
        }
        return words;
    }

    private void fields(String within, @Nullable JsonNode changes, Map<SheetField, Optional<Object>> values) {
        if (changes == null || changes.isNull() || changes.isMissingNode()) {
            return;
        }
        if (!changes.isObject()) {
            faults.put(within.isEmpty() ? "changes" : within, "Send an object of fields and their values.");
            return;
        }
        for (Map.Entry<String, JsonNode> entry : changes.properties()) {
            String name = within.isEmpty() ? entry.getKey() : within + "." + entry.getKey();
            Optional<SheetField> field = SheetField.of(name);
            if (field.isPresent()) {
                value(field.get(), entry.getValue()).ifPresent(value -> values.put(field.get(), value.written()));
            } else if (within.isEmpty() && (name.equals("place") || name.equals("licence"))) {
                fields(name, entry.getValue(), values);
            } else {
                faults.put(shown(name), "A sheet has no such field that can be written.");
            }
        }
    }

    private Map<SheetField, List<String>> lists(@Nullable JsonNode named) {
        Map<SheetField, List<String>> lists = new EnumMap<>(SheetField.class);
        if (named == null || named.isNull()) {
            return lists;
        }
        for (Map.Entry<String, JsonNode> entry : named.properties()) {
            Optional<SheetField> field = SheetField.of(entry.getKey());
            if (field.isEmpty() || field.get().kind() != SheetField.Kind.LIST) {
                faults.put(shown(entry.getKey()), "Only lists can be added to: bylines, persons, keywords.");
            } else {
                lists.put(field.get(), list(field.get(), entry.getValue()));
            }
        }
        return lists;
    }

    /// A value that can stand in a field; none in it where the field is to be empty.
    private record Value(Optional<Object> written) {}

    private Optional<Value> value(SheetField field, JsonNode node) {
        int before = faults.size();
        Object value =
                switch (field.kind()) {
                    case LINE -> words(field, node, LONGEST_LINE, true);
                    case TEXT -> words(field, node, LONGEST_TEXT, false);
                    case ADDRESS -> address(field, node);
                    case LIST -> list(field, node);
                    case DAY -> day(field, node);
                    case URGENCY -> urgency(field, node);
                };
        return faults.size() > before ? Optional.empty() : Optional.of(new Value(Optional.ofNullable(value)));
    }

    private String words(SheetField field, JsonNode node, int longest, boolean inOneLine) {
        if (node.isNull()) {
            return "";
        }
        if (!node.isString()) {
            return fault(field, "Send words.");
        }
        String words = clean(node.asString());
        String tidy = inOneLine ? Spacing.tidy(words) : words.strip();
        return tidy.length() > longest ? fault(field, "No more than " + longest + " characters have room here.") : tidy;
    }

    private String address(SheetField field, JsonNode node) {
        String words = words(field, node, LONGEST_LINE, true);
        if (words.isEmpty()) {
            return words;
        }
        try {
            URI address = URI.create(words);
            String scheme = address.getScheme();
            if (("http".equals(scheme) || "https".equals(scheme)) && address.getHost() != null) {
                return words;
            }
        } catch (IllegalArgumentException e) {
            return fault(field, "This is no address. It begins with https:// and has no blanks.");
        }
        return fault(field, "This is no address. It begins with https:// and has no blanks.");
    }

    private List<String> list(SheetField field, JsonNode node) {
        List<String> items = new ArrayList<>();
        if (node.isNull()) {
            return items;
        }
        if (!node.isArray()) {
            fault(field, "Send a list of words.");
            return items;
        }
        if (node.size() > MOST_ITEMS) {
            fault(field, "No more than " + MOST_ITEMS + " have room here.");
            return items;
        }
        for (JsonNode item : node) {
            String words = item.isString() ? Spacing.tidy(clean(item.asString())) : "";
            if (!item.isString()) {
                fault(field, "Send a list of words.");
            } else if (words.length() > LONGEST_ITEM) {
                fault(field, "No more than " + LONGEST_ITEM + " characters have room in each.");
            } else if (!words.isEmpty()) {
                items.add(words);
            }
        }
        return items;
    }

    private @Nullable LocalDate day(SheetField field, JsonNode node) {
        if (node.isNull() || node.isString() && node.asString().isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(node.isString() ? node.asString().strip() : "");
            if (day.getYear() >= 1826 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            fault(field, "A day is written 2024-06-19.");
            return null;
        }
        fault(field, "Nobody took pictures in that year.");
        return null;
    }

    private Integer urgency(SheetField field, JsonNode node) {
        if (node.isNull() || node.isString() && node.asString().isBlank()) {
            return 0;
        }
        int urgency = node.isInt()
                ? node.asInt()
                : node.isString() && node.asString().strip().matches("[0-8]")
                        ? Integer.parseInt(node.asString().strip())
                        : -1;
        if (urgency < 0 || urgency > 8) {
            fault(field, "An urgency is 1 (most urgent) to 8, or 0 for none.");
            return 0;
        }
        return urgency;
    }

    private String fault(SheetField field, String sentence) {
        faults.putIfAbsent(field.word(), sentence);
        return "";
    }

    /// Without control characters and halves of letters, which no field can hold.
    private static String clean(String words) {
        StringBuilder clean = new StringBuilder(words.length());
        words.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c) && (c < 0xd800 || c > 0xdfff))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static String shown(String name) {
        return name.length() > 100 ? name.substring(0, 100) : name;
    }
}
