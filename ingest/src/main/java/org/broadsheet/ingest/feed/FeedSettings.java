package org.broadsheet.ingest.feed;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.convert.DurationStyle;

/// What was entered for one feed, with the form's presets for what was not.
public final class FeedSettings {

    private final String feed;
    private final Map<String, String> values;
    private final Map<String, String> secrets;

    FeedSettings(String feed, TransportForm form, Map<String, String> entered, Map<String, String> secrets) {
        this.feed = feed;
        this.values = new LinkedHashMap<>();
        form.fields().stream()
                .filter(field -> field.kind() != FormField.Kind.SECRET)
                .forEach(field -> values.put(field.name(), field.preset()));
        entered.forEach((name, value) -> {
            if (!value.isBlank()) {
                values.put(name, value.strip());
            }
        });
        this.secrets = Map.copyOf(secrets);
    }

    /// The settings of a feed that is not kept, for trying out.
    public static FeedSettings of(
            String feed, TransportForm form, Map<String, String> entered, Map<String, String> secrets) {
        return new FeedSettings(feed, form, entered, secrets);
    }

    /// The feed's name.
    public String feed() {
        return feed;
    }

    /// The text of a field; empty where nothing was entered and nothing is preset.
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /// Whether a field holds anything.
    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    /// The number in a field; 0 where it is empty.
    public long number(String name) {
        String text = text(name);
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    /// The time span in a field; zero where it is empty.
    public Duration duration(String name) {
        String text = text(name);
        return text.isEmpty() ? Duration.ZERO : DurationStyle.detectAndParse(text);
    }

    /// Whether a switch is on.
    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /// A secret; empty where none is kept.
    public String secret(String name) {
        return secrets.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "FeedSettings[" + feed + "]";
    }
}
