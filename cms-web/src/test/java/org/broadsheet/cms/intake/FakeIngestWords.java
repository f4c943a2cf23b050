package org.broadsheet.cms.intake;

/// What the fake wire room says, in the shapes of the real one.
final class FakeIngestWords {

    static final String SECRET = "9f2c4a1e7b6d5038c1aa";

    static final String TRANSPORTS = """
        [{"transport": "folder", "title": "Drop folder", "says": "A folder that agencies or people put files into. Each folder under the drop folder is a feed by itself.", "fields": []},
         {"transport": "poll", "title": "Fetched over HTTP", "says": "An address asked again and again: RSS, Atom, JSON Feed or an agency's own interface.",
          "fields": [
            {"name": "address", "label": "Address", "kind": "address", "choices": [], "required": true, "hint": "Where the feed answers, beginning with https://.", "default": ""},
            {"name": "paging", "label": "Paging", "kind": "choice", "choices": ["none", "link", "page"], "required": false, "hint": "How older entries are reached.", "default": "none"},
            {"name": "most", "label": "Most entries in one round", "kind": "number", "choices": [], "required": false, "hint": "A round stops after so many.", "default": "1000"},
            {"name": "token", "label": "Token", "kind": "secret", "choices": [], "required": false, "hint": "Sent to the feed's own address only.", "default": ""},
            {"name": "private", "label": "May be a private address", "kind": "switch", "choices": [], "required": false, "hint": "Only where the feed is in the house's own network.", "default": "false"},
            {"name": "within", "label": "Answer within", "kind": "duration", "choices": [], "required": false, "hint": "How long one answer may take.", "default": "PT30S"}]},
         {"transport": "push", "title": "Pushed to us", "says": "The agency sends each payload to an address of ours, signed with a secret that only it and we know.",
          "fields": [
            {"name": "largest", "label": "Largest payload in MB", "kind": "number", "choices": [], "required": false, "hint": "Anything bigger is refused.", "default": "64"}]},
         {"transport": "sftp", "title": "Fetched over SFTP", "says": "A server of the agency's that we sign in to and empty.",
          "fields": [
            {"name": "host", "label": "Host", "kind": "text", "choices": [], "required": true, "hint": "Its name, such as sftp.agency.example.", "default": ""},
            {"name": "user", "label": "User", "kind": "text", "choices": [], "required": true, "hint": "", "default": ""},
            {"name": "password", "label": "Password", "kind": "secret", "choices": [], "required": false, "hint": "Or a key.", "default": ""},
            {"name": "folder", "label": "Folder", "kind": "text", "choices": [], "required": false, "hint": "Where the files lie.", "default": "/out"}]}]
        """;

    private FakeIngestWords() {}

    static String newFeed(String name) {
        return """
            {"name": "%s", "title": "", "transport": "poll", "paused": false, "version": 0, "settings": {},
             "secretsSet": [], "pollEvery": null, "counts": {"today": 0, "total": 0, "quarantined": 0},
             "lastReceivedAt": null, "lastTriedAt": null, "lastError": null, "lastErrorAt": null, "usualGap": null,
             "alarm": null, "history": []}
            """.formatted(name);
    }

    static String tried(String name) {
        return """
            {"ok": true, "sentence": "12 items came, all of them can be read.", "took": 1240,
             "trail": ["Connected to feeds.%1$s.example (203.0.113.7)", "200 OK, 48 KB, application/atom+xml",
                       "Recognised as Atom", "12 items, 12 of them readable"],
             "items": [{"headline": "Harbour ministers agree pilot fees after week of queues", "guid": "tag:%1$s.example,2026:1", "version": 2, "kind": "TEXT", "format": "Atom", "remarks": []},
                       {"headline": "Storm closes mountain road for third day", "guid": "tag:%1$s.example,2026:2", "version": 1, "kind": "TEXT", "format": "Atom", "remarks": ["The entry names no author."]}]}
            """.formatted(name);
    }
}
