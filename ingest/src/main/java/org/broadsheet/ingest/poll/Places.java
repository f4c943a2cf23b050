package org.broadsheet.ingest.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.Markup.Element;
import org.broadsheet.ingest.markup.MarkupReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds addresses in a document by where they stand: a JSON pointer (RFC 6901) with `*` for every element, or a path
/// of elements with an attribute, wherever in the XML it is.
final class Places {

    /// How long a document may be that is looked through.
    static final int LARGEST = 8 * 1024 * 1024;

    private static final Pattern ELEMENTS =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*(/[A-Za-z_][A-Za-z0-9_.-]*)*(@[A-Za-z_][A-Za-z0-9_.-]*)?");
    private static final int MOST = 100_000;

    private final JsonMapper json;
    private final MarkupReader markup = new MarkupReader(LARGEST);

    Places(JsonMapper json) {
        this.json = json;
    }

    static boolean isPlace(String place) {
        return place.startsWith("/") || ELEMENTS.matcher(place).matches();
    }

    /// What stands at a place, in the order of the document, each with the element around it, which tells whether it
    /// was changed.
    ///
    /// @throws IllegalArgumentException with a sentence, if the document cannot be read
    List<Found> find(byte[] document, String place) {
        List<Found> found = new ArrayList<>();
        if (place.startsWith("/")) {
            JsonNode root = tree(document);
            find(root, root, steps(place), 0, found);
        } else {
            Element root = root(document);
            String path = place.contains("@") ? place.substring(0, place.indexOf('@')) : place;
            String attribute = place.contains("@") ? place.substring(place.indexOf('@') + 1) : "";
            find(root, root, List.of(path.split("/", -1)), attribute, found);
        }
        return found;
    }

    /// The text at a JSON pointer; empty where there is none.
    String text(byte[] document, String pointer) {
        List<Found> found = new ArrayList<>();
        JsonNode root = tree(document);
        find(root, root, steps(pointer), 0, found);
        return found.isEmpty() ? "" : found.getFirst().text();
    }

    private JsonNode tree(byte[] document) {
        try {
            return json.readTree(document);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The answer is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private Element root(byte[] document) {
        try {
            return markup.read(document, remark -> {});
        } catch (Unreadable e) {
            throw new IllegalArgumentException("The answer is no XML: " + e.reason(), e);
        }
    }

    private static List<String> steps(String pointer) {
        List<String> steps = new ArrayList<>();
        for (String step : pointer.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return steps;
    }

    /// The element around an address is the innermost of those that `*` stands for.
    private static void find(JsonNode node, JsonNode around, List<String> steps, int depth, List<Found> found) {
        if (found.size() >= MOST) {
            return;
        }
        if (depth == steps.size()) {
            if (node.isString() || node.isNumber()) {
                found.add(new Found(node.asString(), around.toString()));
            }
            return;
        }
        String step = steps.get(depth);
        if (step.equals("*")) {
            for (JsonNode child : node) {
                find(child, child, steps, depth + 1, found);
            }
        } else {
            JsonNode child =
                    node.isArray() && step.matches("[0-9]{1,6}") ? node.path(Integer.parseInt(step)) : node.path(step);
            find(child, around, steps, depth + 1, found);
        }
    }

    private static void find(Element at, Element around, List<String> path, String attribute, List<Found> found) {
        for (Element child : at.elements()) {
            if (found.size() >= MOST) {
                return;
            }
            if (matches(child, path.getFirst())) {
                follow(child, path.size() == 1 ? around : child, path.subList(1, path.size()), attribute, found);
            }
            find(child, child, path, attribute, found);
        }
    }

    private static void follow(Element at, Element around, List<String> rest, String attribute, List<Found> found) {
        if (rest.isEmpty()) {
            String text = attribute.isEmpty() ? at.words() : at.attribute(attribute);
            if (!text.isEmpty()) {
                found.add(new Found(text, around.attributes() + around.words()));
            }
            return;
        }
        for (Element child : at.elements()) {
            if (matches(child, rest.getFirst())) {
                follow(child, around, rest.subList(1, rest.size()), attribute, found);
            }
        }
    }

    private static boolean matches(Element element, String name) {
        return element.name().equals(name);
    }

    /// Something that stood at a place.
    ///
    /// @param text as it stood there
    /// @param around what stands around it: other text, another state of the item
    record Found(String text, String around) {}
}
