package org.broadsheet.ingest.poll;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.feed.Fault;
import org.broadsheet.ingest.feed.FeedSettings;
import org.broadsheet.ingest.feed.FormField;
import org.broadsheet.ingest.feed.TransportForm;
import org.broadsheet.ingest.fetch.WebAddress;

/// What the desk is asked for to have a feed fetched from the web.
final class PollForm {

    static final String NAME = "poll";

    static final TransportForm FORM = new TransportForm(
            NAME,
            "Web address (poll)",
            "RSS, Atom, JSON Feed, NewsML or an agency's API is asked every so often whether there is something new.",
            List.of(
                    FormField.address("address", "Address", "The http or https address of the feed."),
                    FormField.text("accept", "Accept header", "Which kind of document is asked for.", "*/*"),
                    FormField.flag(
                            "allowPrivate",
                            "Private addresses",
                            "On where the sender stands inside the house; off, nothing inside can be called."),
                    FormField.choice(
                            "auth",
                            "Signs in with",
                            "How the sender knows us. What is entered is shown to this address's origin only.",
                            "none",
                            "header",
                            "bearer",
                            "basic",
                            "query",
                            "oauth2"),
                    FormField.text(
                            "authName",
                            "Name of header or parameter",
                            "For header (such as X-Api-Key) and query (such as apikey).",
                            ""),
                    FormField.text("user", "User or client id", "For basic and oauth2.", ""),
                    FormField.secret("credential", "Password, key or token", "For all ways to sign in."),
                    FormField.text("tokenAddress", "Token address", "For oauth2 (client credentials).", ""),
                    FormField.text("scope", "Scope", "For oauth2, where the sender asks for one.", ""),
                    FormField.choice(
                            "paging",
                            "Pages",
                            "How an answer says where it goes on: a Link header, a place in the JSON, or page"
                                    + " numbers.",
                            "none",
                            "link",
                            "pointer",
                            "number"),
                    FormField.text(
                            "nextAt",
                            "Next page at",
                            "For pointer: a JSON pointer to the next address or cursor, such as /links/next.",
                            ""),
                    FormField.text(
                            "pageName",
                            "Page or cursor parameter",
                            "For number: the parameter that counts. For pointer: the one that takes the cursor; empty"
                                    + " where an address stands there.",
                            ""),
                    FormField.number("firstPage", "First page", "For number: where counting begins.", 1),
                    FormField.number("mostPages", "Pages a visit", "More are left for the next visit.", 20),
                    FormField.flag(
                            "keepCursor",
                            "Go on from the last cursor",
                            "For pointer: the next visit begins where this one ended instead of at the beginning."),
                    FormField.choice(
                            "items",
                            "What is a payload",
                            "The document as it is, or each item of a list, fetched by its address.",
                            "document",
                            "json",
                            "links"),
                    FormField.text(
                            "itemsAt",
                            "Addresses of the items",
                            "For json: a JSON pointer with * for every element, such as /items/*/href. For links"
                                    + " (RSS, Atom, XML): element, or element@attribute, such as entry/link@href.",
                            ""),
                    FormField.text(
                            "picturesAt",
                            "Pictures",
                            "Pictures that are fetched with it, written like the addresses of the items, several with"
                                    + " commas, such as enclosure@url or /renditions/*/href.",
                            ""),
                    FormField.number("mostItems", "Items a visit", "More are left for the next visit.", 200)));

    private PollForm() {}

    static List<Fault> faults(FeedSettings settings) {
        List<Fault> faults = new ArrayList<>();
        address(settings, "address", faults);
        signIn(settings, faults);
        switch (settings.text("paging")) {
            case "pointer" -> pointer(settings, "nextAt", faults);
            case "number" -> needed(settings, "pageName", "Page numbers need the parameter that counts", faults);
            default -> {
                // a Link header needs nothing more
            }
        }
        if (settings.flag("keepCursor") && !(settings.text("paging").equals("pointer") && settings.has("pageName"))) {
            faults.add(
                    new Fault("keepCursor", "Only a cursor in the JSON can be kept, with the parameter that takes it"));
        }
        if (!settings.text("items").equals("document")) {
            needed(settings, "itemsAt", "Where the addresses of the items stand is missing", faults);
        }
        places(settings, "itemsAt", settings.text("items").equals("json"), faults);
        for (String place : settings.text("picturesAt").split(",", -1)) {
            if (!place.isBlank() && !Places.isPlace(place.strip())) {
                faults.add(
                        new Fault("picturesAt", "\"" + place.strip() + "\" is neither a JSON pointer nor an element"));
            }
        }
        for (String most : List.of("mostPages", "mostItems")) {
            if (settings.number(most) < 1 || settings.number(most) > 10_000) {
                faults.add(new Fault(most, "Between 1 and 10,000"));
            }
        }
        if (settings.text("accept").chars().anyMatch(c -> c < ' ' || c > '~')) {
            faults.add(new Fault("accept", "A header holds plain letters and signs only"));
        }
        return faults;
    }

    private static void signIn(FeedSettings settings, List<Fault> faults) {
        String auth = settings.text("auth");
        if (!auth.equals("none") && settings.secret("credential").isEmpty()) {
            faults.add(new Fault("credential", "To sign in, the password, key or token is needed"));
        }
        if (settings.secret("credential").chars().anyMatch(c -> c < ' ')) {
            faults.add(new Fault("credential", "It holds a character that cannot be sent"));
        }
        switch (auth) {
            case "header" -> {
                if (!settings.text("authName").matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}")) {
                    faults.add(new Fault("authName", "This is no name of a header"));
                }
            }
            case "query" -> needed(settings, "authName", "The name of the parameter is missing", faults);
            case "basic" -> needed(settings, "user", "The user is missing", faults);
            case "oauth2" -> {
                needed(settings, "user", "The client id is missing", faults);
                address(settings, "tokenAddress", faults);
            }
            default -> {
                // a bearer token is all there is to it
            }
        }
    }

    private static void places(FeedSettings settings, String field, boolean json, List<Fault> faults) {
        String place = settings.text(field);
        if (place.isEmpty()) {
            return;
        }
        if (json != place.startsWith("/") || !Places.isPlace(place)) {
            faults.add(new Fault(
                    field,
                    json
                            ? "This is no JSON pointer, such as /items/*/href"
                            : "This is no element, such as entry/link@href"));
        }
    }

    private static void pointer(FeedSettings settings, String field, List<Fault> faults) {
        if (!settings.text(field).startsWith("/") || settings.text(field).contains("*")) {
            faults.add(new Fault(field, "This is no JSON pointer, such as /links/next"));
        }
    }

    private static void needed(FeedSettings settings, String field, String sentence, List<Fault> faults) {
        if (!settings.has(field)) {
            faults.add(new Fault(field, sentence));
        }
    }

    private static void address(FeedSettings settings, String field, List<Fault> faults) {
        try {
            WebAddress.of(settings.text(field));
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(field, String.valueOf(e.getMessage())));
        }
    }
}
