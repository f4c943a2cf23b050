package org.broadsheet.ingest.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/// Looks through what the desk filled in, field by field.
final class OrderCheck {

    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    static final Duration USUALLY_EVERY = Duration.ofMinutes(1);

    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofDays(7);
    private static final Set<String> TAKEN = Set.of("transports");
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST = 4_000;
    private static final int MOST_DIGITS = 15;

    private final List<Fault> faults = new ArrayList<>();
    private final Transport transport;

    private OrderCheck(Transport transport) {
        this.transport = transport;
    }

    /// What is wrong with an order.
    ///
    /// @param secrets all that the feed would have, opened
    static List<Fault> faults(String name, FeedOrder order, Transport transport, Map<String, String> secrets) {
        OrderCheck check = new OrderCheck(transport);
        check.name(name);
        check.title(order.title());
        check.pollEvery(order.pollEvery());
        Map<String, String> entered = order.entered();
        check.settings(entered);
        check.secrets(order.secrets() == null ? Map.of() : order.secrets(), secrets);
        if (check.faults.isEmpty()) {
            check.faults.addAll(
                    transport.faults(new FeedSettings(name, transport.form(), entered, new HashMap<>(secrets))));
        }
        return check.faults;
    }

    private void name(String name) {
        if (!NAME.matcher(name).matches()) {
            fault(
                    "name",
                    "A feed's name has up to 64 letters, digits, dots, dashes and underscores, and begins with"
                            + " a letter or digit");
        } else if (TAKEN.contains(name)) {
            fault("name", "No feed can be called \"" + name + "\"");
        }
    }

    private void title(@Nullable String title) {
        if (title != null && title.length() > LONGEST_TITLE) {
            fault("title", "A title has at most " + LONGEST_TITLE + " characters");
        }
    }

    private void pollEvery(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        Duration every = duration(text);
        if (every == null) {
            fault("pollEvery", "A time span is written like 30s, 5m or 1h");
        } else if (every.compareTo(OFTEN) < 0 || every.compareTo(SELDOM) > 0) {
            fault("pollEvery", "A feed is visited every 5 seconds at most, and every 7 days at least");
        }
    }

    /// A time span as it may be entered; `null` where it is none.
    static @Nullable Duration duration(String text) {
        try {
            return DurationStyle.detectAndParse(text.strip());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    private void settings(Map<String, String> entered) {
        TransportForm form = transport.form();
        entered.keySet().stream()
                .filter(name -> form.field(name)
                        .filter(field -> field.kind() != FormField.Kind.SECRET)
                        .isEmpty())
                .sorted()
                .forEach(name -> fault(name, "A feed of this kind has no setting \"" + name + "\""));
        for (FormField field : form.fields()) {
            String value = entered.get(field.name());
            if (value != null) {
                value(field, value);
            } else if (field.required() && field.kind() != FormField.Kind.SECRET) {
                fault(field.name(), field.label() + " is missing");
            }
        }
    }

    private void value(FormField field, String value) {
        if (value.length() > LONGEST) {
            fault(field.name(), field.label() + " has at most " + LONGEST + " characters");
            return;
        }
        switch (field.kind()) {
            case NUMBER -> {
                if (value.length() > MOST_DIGITS || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    fault(field.name(), field.label() + " is a whole number");
                }
            }
            case DURATION -> {
                Duration span = duration(value);
                if (span == null || span.isNegative()) {
                    fault(field.name(), field.label() + " is a time span like 30s, 5m or 1h");
                }
            }
            case CHOICE -> {
                if (!field.choices().contains(value)) {
                    fault(field.name(), field.label() + " is one of " + String.join(", ", field.choices()));
                }
            }
            case SWITCH -> {
                if (!value.equals("true") && !value.equals("false")) {
                    fault(field.name(), field.label() + " is true or false");
                }
            }
            case TEXT, ADDRESS, SECRET -> {
                if (value.indexOf('\0') >= 0) {
                    fault(field.name(), field.label() + " holds a character that does not belong there");
                }
            }
        }
    }

    private void secrets(Map<String, @Nullable String> entered, Map<String, String> all) {
        TransportForm form = transport.form();
        entered.forEach((name, value) -> {
            if (form.field(name)
                    .filter(field -> field.kind() == FormField.Kind.SECRET)
                    .isEmpty()) {
                fault(name, "A feed of this kind has no secret \"" + name + "\"");
            } else if (value != null && (value.length() > LONGEST * 4 || value.indexOf('\0') >= 0)) {
                fault(name, "This is too long, or no text");
            }
        });
        form.fields().stream()
                .filter(field -> field.kind() == FormField.Kind.SECRET && field.required())
                .filter(field -> !all.containsKey(field.name()))
                .forEach(field -> fault(field.name(), field.label() + " is missing"));
    }

    private void fault(String field, String sentence) {
        faults.add(new Fault(field, sentence));
    }
}
