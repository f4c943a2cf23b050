package org.broadsheet.ingest.push;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.broadsheet.ingest.feed.FeedSettings;
import org.broadsheet.ingest.feed.FetchFailed;
import org.broadsheet.ingest.feed.OpenFeeds;
import org.broadsheet.ingest.feed.OpenFeeds.OpenFeed;
import org.broadsheet.ingest.feed.PayloadName;
import org.broadsheet.ingest.fetch.Content;
import org.broadsheet.ingest.fetch.Spool;
import org.broadsheet.ingest.fetch.TooMuch;
import org.broadsheet.ingest.payload.Arrival;
import org.broadsheet.ingest.payload.PayloadsReceived;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes what agencies push. A push is answered 202 when its bytes are durable, and never before.
@RestController
class PushController {

    private static final Logger LOG = LoggerFactory.getLogger(PushController.class);
    private static final int AT_ONCE = 48;
    private static final int LONGEST_KEY = 200;
    private static final Duration LATER = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final OpenFeeds feeds;
    private final PushAnswers answers;
    private final WrongSignatures wrong;
    private final Spool spool;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    PushController(
            OpenFeeds feeds,
            PushAnswers answers,
            WrongSignatures wrong,
            Spool spool,
            ApplicationEventPublisher events,
            Clock clock) {
        this.feeds = feeds;
        this.answers = answers;
        this.wrong = wrong;
        this.spool = spool;
        this.events = events;
        this.clock = clock;
    }

    /// One payload, signed.
    @PostMapping("/feeds/{name}")
    ResponseEntity<Taken> push(@PathVariable("name") String name, HttpServletRequest request)
            throws PushRefused, IOException, InterruptedException {
        OpenFeed feed = open(name);
        String idempotency = request.getHeader("Idempotency-Key");
        if (idempotency != null && (idempotency.isBlank() || idempotency.length() > LONGEST_KEY)) {
            throw new PushRefused(HttpStatus.BAD_REQUEST, "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters");
        }
        Signature signature = Signature.read(request.getHeader(Signature.HEADER))
                .orElseThrow(() -> unsigned(
                        name, request, "Show a " + Signature.HEADER + " header of the form t=<seconds>,v1=<hex>"));
        if (!signature.isOf(clock.instant())) {
            throw unsigned(name, request, "The signature's time is more than five minutes from now");
        }
        if (feed.paused()) {
            throw new PushRefused(HttpStatus.SERVICE_UNAVAILABLE, "The feed is paused: send it again later", LATER);
        }
        long largest = PushTransport.largest(feed.settings());
        if (request.getContentLengthLong() > largest) {
            throw tooLong(largest);
        }
        if (!places.tryAcquire()) {
            throw new PushRefused(HttpStatus.TOO_MANY_REQUESTS, "Too many are sending at this moment", SOON);
        }
        try (Content content = body(feed.settings(), signature, request, largest)) {
            return take(name, idempotency, request.getHeader("Broadsheet-Name"), content);
        } finally {
            places.release();
        }
    }

    private OpenFeed open(String name) throws PushRefused {
        try {
            return feeds.find(name, PushTransport.NAME)
                    .orElseThrow(() -> new PushRefused(HttpStatus.NOT_FOUND, "No feed of this name is pushed here"));
        } catch (FetchFailed e) {
            LOG.atError().addKeyValue("feed", name).log(e.sentence());
            throw new PushRefused(HttpStatus.SERVICE_UNAVAILABLE, "The feed's signature cannot be checked now", LATER);
        }
    }

    private Content body(FeedSettings settings, Signature signature, HttpServletRequest request, long largest)
            throws PushRefused, IOException {
        Signature.Check check = signature.check(settings.secret(PushTransport.SECRET));
        Content sent;
        try {
            sent = spool.take(request.getInputStream(), largest, check::hear);
        } catch (TooMuch e) {
            throw tooMuch(e, largest);
        }
        if (!check.isRight()) {
            sent.close();
            throw unsigned(settings.feed(), request, "The signature is not that of this body under this feed's secret");
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        try {
            Optional<Content> whole = spool.unpack(sent, encoding == null ? "" : encoding, largest);
            return whole.orElseThrow(() -> new PushRefused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "A body is sent as it is, or packed with gzip or deflate"));
        } catch (TooMuch e) {
            throw tooMuch(e, largest);
        } catch (IOException e) {
            throw new PushRefused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is not packed the way its Content-Encoding says");
        }
    }

    private ResponseEntity<Taken> take(
            String name, @Nullable String idempotency, @Nullable String said, Content content)
            throws PushRefused, IOException, InterruptedException {
        if (content.size() == 0) {
            throw new PushRefused(HttpStatus.BAD_REQUEST, "The body is empty");
        }
        String key = idempotency == null ? "hash " + content.hash() : "key " + idempotency;
        String file = PayloadName.of(said == null ? "" : said, content.hash().substring(0, 16));
        PushAnswers.Answer answer = spool.<Optional<PushAnswers.Answer>, IOException>lift(
                        content.size(),
                        () -> answers.take(new Arrival(name, file, content.hash(), content.bytes()), key))
                .orElseThrow(() ->
                        new PushRefused(HttpStatus.CONFLICT, "This Idempotency-Key was used for another body before"));
        if (!answer.repeated()) {
            events.publishEvent(new PayloadsReceived());
            LOG.atInfo()
                    .addKeyValue("feed", name)
                    .addKeyValue("file", file)
                    .addKeyValue("bytes", content.size())
                    .log("Payload pushed");
        }
        return ResponseEntity.accepted().body(new Taken(answer.receipt(), answer.hash(), answer.repeated()));
    }

    private PushRefused unsigned(String feed, HttpServletRequest request, String sentence) {
        Duration wait = wrong.count(feed, request.getRemoteAddr());
        return wait.isZero()
                ? new PushRefused(HttpStatus.UNAUTHORIZED, sentence)
                : new PushRefused(HttpStatus.TOO_MANY_REQUESTS, "Too many wrong signatures: " + sentence, wait);
    }

    private static PushRefused tooMuch(TooMuch tooMuch, long largest) {
        return tooMuch.kind() == TooMuch.Kind.TIME
                ? new PushRefused(HttpStatus.REQUEST_TIMEOUT, "The body came too slowly")
                : tooLong(largest);
    }

    private static PushRefused tooLong(long largest) {
        return new PushRefused(
                HttpStatus.CONTENT_TOO_LARGE,
                "A payload of this feed has at most %,d bytes, packed and unpacked".formatted(largest));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(PushRefused refused) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refused.status());
        if (refused.later() != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, refused.later().toSeconds())));
        }
        if (refused.status() == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, Signature.HEADER);
        }
        return answer.body(ProblemDetail.forStatusAndDetail(refused.status(), refused.sentence()));
    }

    /// What a sender gets for a payload.
    ///
    /// @param receipt its number, to ask with
    /// @param hash SHA-256 of the payload as it was kept
    /// @param repeated whether it was here before
    record Taken(long receipt, String hash, boolean repeated) {}
}
