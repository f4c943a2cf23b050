package org.broadsheet.ingest.poll;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.broadsheet.ingest.feed.FeedSettings;
import org.broadsheet.ingest.feed.FetchFailed;
import org.broadsheet.ingest.feed.Piece;
import org.broadsheet.ingest.feed.Visit;
import org.broadsheet.ingest.fetch.Answer;
import org.broadsheet.ingest.fetch.Content;
import org.broadsheet.ingest.fetch.Credentials;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.broadsheet.ingest.fetch.Spool;
import org.broadsheet.ingest.fetch.WebAddress;
import org.broadsheet.ingest.fetch.WebSession;
import org.jspecify.annotations.Nullable;

/// One visit to a feed on the web: page after page, and from each page its payloads.
///
/// The ETag of the first page is kept only when all pages were handed over. A visit that ended before that says so in
/// its position, and the next one goes through all pages, also those that hold nothing new.
final class PollVisit {

    private static final String ETAG = "etag";
    private static final String MODIFIED = "modified";
    private static final String CURSOR = "cursor";
    private static final String OPEN = "open";

    private final Visit visit;
    private final FeedSettings settings;
    private final WebSession web;
    private final Tokens tokens;
    private final Places places;
    private final Spool spool;
    private final FetchLimits limits;
    private final Clock clock;
    private final URI start;
    private Credentials credentials = Credentials.NONE;
    private long itemsLeft;
    private boolean more;
    private @Nullable FetchFailed trouble;

    PollVisit(Visit visit, WebSession web, Tokens tokens, Places places, Spool spool, FetchLimits limits, Clock clock) {
        this.visit = visit;
        this.settings = visit.settings();
        this.web = web;
        this.tokens = tokens;
        this.places = places;
        this.spool = spool;
        this.limits = limits;
        this.clock = clock;
        this.start = WebAddress.of(settings.text("address"));
        this.itemsLeft = settings.number("mostItems");
    }

    void run() throws FetchFailed, IOException, InterruptedException {
        credentials = tokens.of(settings, start, web);
        Map<String, String> before = visit.position();
        boolean wasOpen = before.containsKey(OPEN);
        Map<String, String> reached = new HashMap<>();
        Map<String, String> meanwhile = new HashMap<>(before);
        meanwhile.put(OPEN, "true");
        Set<URI> seen = new HashSet<>();
        URI next = first(before);
        long page = settings.number("firstPage");
        for (int count = 0; next != null; count++) {
            if (count >= settings.number("mostPages") || !visit.wantsMore()) {
                visit.say("It has more pages than are fetched in a visit; the others follow");
                more = true;
                break;
            }
            if (!seen.add(next)) {
                throw new FetchFailed("Its pages go round in a circle: " + WebAddress.origin(next) + next.getRawPath());
            }
            try (Answer answer = page(next, count == 0 && !wasOpen ? before : Map.of())) {
                if (count == 0 && answer.status() == 304) {
                    visit.say("It answers that nothing was changed");
                    return;
                }
                if (count == 0) {
                    answer.header("etag").ifPresent(tag -> reached.put(ETAG, tag));
                    answer.header("last-modified").ifPresent(date -> reached.put(MODIFIED, date));
                }
                int fresh = take(answer, meanwhile);
                page++;
                Step step = step(answer, page);
                next = step.next();
                if (!step.cursor().isEmpty()) {
                    reached.put(CURSOR, step.cursor());
                }
                boolean goesOn = settings.flag("keepCursor") || wasOpen || fresh > 0 || count == 0;
                if (!goesOn) {
                    next = null;
                }
            }
        }
        if (trouble != null) {
            throw trouble;
        }
        if (settings.flag("keepCursor") && !reached.containsKey(CURSOR) && before.containsKey(CURSOR)) {
            reached.put(CURSOR, String.valueOf(before.get(CURSOR)));
        }
        visit.deliver(List.of(), more ? meanwhile : reached);
    }

    private URI first(Map<String, String> before) {
        String cursor = before.getOrDefault(CURSOR, "");
        if (settings.flag("keepCursor") && !cursor.isEmpty()) {
            return WebAddress.with(start, Map.of(settings.text("pageName"), cursor));
        }
        return settings.text("paging").equals("number")
                ? WebAddress.with(start, Map.of(settings.text("pageName"), settings.text("firstPage")))
                : start;
    }

    private Answer page(URI address, Map<String, String> before) throws FetchFailed, IOException {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", settings.text("accept")));
        String etag = before.getOrDefault(ETAG, "");
        String modified = before.getOrDefault(MODIFIED, "");
        if (!etag.isEmpty()) {
            headers.put("If-None-Match", etag);
        }
        if (!modified.isEmpty()) {
            headers.put("If-Modified-Since", modified);
        }
        Answer answer = web.get(address, headers, credentials, limits.largest().toBytes());
        if (answer.status() == 401 && settings.text("auth").equals("oauth2") && tokens.forget(settings)) {
            answer.close();
            credentials = tokens.of(settings, start, web);
            answer = web.get(address, headers, credentials, limits.largest().toBytes());
        }
        visit.say(WebAddress.origin(address) + address.getRawPath() + " answers " + answer.status() + " with "
                + answer.body().size() + " bytes");
        if (answer.isGood() || (answer.status() == 304 && !before.isEmpty())) {
            return answer;
        }
        answer.close();
        throw refused(answer, "It answers ");
    }

    private FetchFailed refused(Answer answer, String beginning) {
        String meaning =
                switch (answer.status()) {
                    case 401, 403 -> ": it does not let us in";
                    case 404, 410 -> ": there is nothing at this address";
                    case 429 -> ": it wants to be asked less often";
                    default -> answer.status() >= 500 ? ": it is in trouble itself" : "";
                };
        return new FetchFailed(
                beginning + answer.status() + meaning,
                answer.retryAfter(clock.instant()).orElse(null),
                null);
    }

    /// Hands over what a page holds.
    ///
    /// @return how many payloads were new
    private int take(Answer answer, Map<String, String> meanwhile)
            throws FetchFailed, IOException, InterruptedException {
        if (answer.body().size() == 0) {
            return 0;
        }
        if (settings.text("items").equals("document")) {
            Piece document =
                    new Piece("body " + answer.body().hash(), answer.address().getRawPath(), answer.body());
            if (visit.unknown(List.of(document.key())).isEmpty()) {
                visit.say("The document is the one that is here already");
                return 0;
            }
            try (Pictures pictures = pictures(answer.address(), answer.body())) {
                return visit.deliver(pictures.with(document), meanwhile);
            }
        }
        return items(answer, meanwhile);
    }

    private int items(Answer answer, Map<String, String> meanwhile)
            throws FetchFailed, IOException, InterruptedException {
        List<Places.Found> listed = find(answer.body(), settings.text("itemsAt"));
        Map<String, URI> items = new LinkedHashMap<>();
        for (Places.Found found : listed) {
            try {
                URI address = WebAddress.from(answer.address(), found.text());
                byte[] state = (address + "\n" + found.around()).getBytes(StandardCharsets.UTF_8);
                items.put("item " + Content.of(state).hash(), address);
            } catch (IllegalArgumentException e) {
                visit.say("\"" + found.text() + "\" is no address: " + e.getMessage());
            }
        }
        Set<String> unknown = visit.unknown(items.keySet());
        visit.say("It lists " + items.size() + " items, " + unknown.size() + " of them new");
        int fresh = 0;
        for (String key : unknown) {
            if (itemsLeft <= 0 || !visit.wantsMore()) {
                visit.say("It has more items than are fetched in a visit; the others follow");
                more = true;
                break;
            }
            itemsLeft--;
            fresh += item(key, Objects.requireNonNull(items.get(key)), meanwhile);
        }
        return fresh;
    }

    private int item(String key, URI address, Map<String, String> meanwhile)
            throws FetchFailed, IOException, InterruptedException {
        try (Answer item = web.get(
                address, Map.of("Accept", "*/*"), credentials, limits.largest().toBytes())) {
            if (item.status() == 429) {
                throw refused(item, "An item answers ");
            }
            if (!item.isGood() || item.body().size() == 0) {
                visit.say(address + " answers " + item.status());
                if (item.status() >= 500 && trouble == null) {
                    trouble = refused(item, "The item " + address.getRawPath() + " answers ");
                }
                return 0;
            }
            try (Pictures pictures = pictures(item.address(), item.body())) {
                return visit.deliver(pictures.with(new Piece(key, address.getRawPath(), item.body())), meanwhile);
            }
        }
    }

    /// The pictures that a document names where the settings say, as far as they were not fetched before. One that
    /// cannot be had keeps nobody from getting the rest.
    private Pictures pictures(URI base, Content document) throws FetchFailed, IOException, InterruptedException {
        Pictures pictures = new Pictures();
        boolean whole = false;
        try {
            for (String place : settings.text("picturesAt").split(",", -1)) {
                boolean json = place.strip().startsWith("/");
                if (place.isBlank() || json != looksLikeJson(document)) {
                    continue;
                }
                for (Places.Found found : find(document, place.strip())) {
                    picture(base, found.text()).ifPresent(pictures::add);
                }
            }
            whole = true;
            return pictures;
        } finally {
            if (!whole) {
                pictures.close();
            }
        }
    }

    private Optional<Piece> picture(URI base, String text) throws FetchFailed {
        try {
            URI address = WebAddress.from(base, text);
            String key = "picture " + address;
            if (itemsLeft <= 0 || visit.unknown(List.of(key)).isEmpty()) {
                return Optional.empty();
            }
            itemsLeft--;
            Answer answer = web.get(
                    address,
                    Map.of("Accept", "image/*"),
                    credentials,
                    limits.largest().toBytes());
            if (answer.isGood() && answer.body().size() > 0) {
                visit.say("The picture " + address.getRawPath() + " has "
                        + answer.body().size() + " bytes");
                return Optional.of(new Piece(key, address.getRawPath(), answer.body()));
            }
            answer.close();
            if (answer.status() == 429) {
                throw refused(answer, "A picture answers ");
            }
            visit.say("The picture " + address + " answers " + answer.status());
        } catch (IllegalArgumentException | IOException e) {
            visit.say("The picture " + text + " cannot be fetched: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static boolean looksLikeJson(Content document) throws IOException {
        try (InputStream in = document.stream()) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next > ' ' && next < 0x80) {
                    return next == '{' || next == '[';
                }
            }
            return false;
        }
    }

    private List<Places.Found> find(Content document, String place)
            throws FetchFailed, IOException, InterruptedException {
        return read(document, bytes -> places.find(bytes, place));
    }

    private <T> T read(Content document, Function<byte[], T> reading)
            throws FetchFailed, IOException, InterruptedException {
        if (document.size() > Places.LARGEST) {
            throw new FetchFailed(
                    "It has %,d bytes: too many to look through for addresses".formatted(document.size()));
        }
        try {
            return spool.<T, IOException>lift(document.size() * 8, () -> reading.apply(document.bytes()));
        } catch (IllegalArgumentException e) {
            throw new FetchFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private Step step(Answer answer, long page) throws FetchFailed, IOException, InterruptedException {
        try {
            return switch (settings.text("paging")) {
                case "link" -> new Step(Links.next(answer), "");
                case "number" ->
                    new Step(
                            answer.body().size() == 0
                                    ? null
                                    : WebAddress.with(start, Map.of(settings.text("pageName"), String.valueOf(page))),
                            "");
                case "pointer" -> {
                    String said = answer.body().size() == 0
                            ? ""
                            : read(answer.body(), bytes -> places.text(bytes, settings.text("nextAt")));
                    if (said.isEmpty()) {
                        yield new Step(null, "");
                    }
                    yield settings.has("pageName")
                            ? cursor(said, answer)
                            : new Step(WebAddress.from(answer.address(), said), "");
                }
                default -> new Step(null, "");
            };
        } catch (IllegalArgumentException e) {
            throw new FetchFailed("Its next page is nowhere: " + e.getMessage(), e);
        }
    }

    /// A cursor that stays the same says that this was the last page for now.
    private Step cursor(String said, Answer answer) {
        URI next = WebAddress.with(start, Map.of(settings.text("pageName"), said));
        return next.getRawQuery().equals(answer.address().getRawQuery()) ? new Step(null, said) : new Step(next, said);
    }

    /// Where it goes on.
    ///
    /// @param next `null` where this was the last page
    /// @param cursor what the next visit may begin with; empty where there is none
    private record Step(@Nullable URI next, String cursor) {}

    /// Pictures that were fetched with a document.
    private static final class Pictures implements AutoCloseable {

        private final List<Piece> fetched = new ArrayList<>();

        void add(Piece picture) {
            fetched.add(picture);
        }

        /// Pictures come first, so that the item that names them is whole at once.
        List<Piece> with(Piece document) {
            List<Piece> all = new ArrayList<>(fetched);
            all.add(document);
            return all;
        }

        @Override
        public void close() {
            fetched.forEach(picture -> picture.content().close());
        }
    }
}
