package org.broadsheet.cms.upload;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.broadsheet.cms.darkroom.Darkroom;
import org.broadsheet.cms.darkroom.DarkroomSettings;
import org.broadsheet.cms.darkroom.Look;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Fetches a picture from an address: only from hosts on the list, only from where they really are, never more
/// bytes than a picture may have and never longer than is waited for.
@Component
class AddressFetch {

    private static final Logger log = LoggerFactory.getLogger(AddressFetch.class);
    private static final int REDIRECTS = 4;
    private static final int HEAD = 64 << 10;

    private final Spool spool;
    private final Darkroom darkroom;
    private final AllowedHosts hosts;
    private final long mostBytes;
    private final Duration within;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("picture-fetch-timer").factory());

    AddressFetch(Spool spool, Darkroom darkroom, DarkroomSettings most, UploadSettings settings) {
        this.spool = spool;
        this.darkroom = darkroom;
        this.hosts = new AllowedHosts(settings.allowedHosts(), settings.plainHttp());
        this.mostBytes = most.mostBytes().toBytes();
        this.within = settings.fetchWithin();
        Timeout pause = Timeout.of(settings.connectWithin());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicNames(settings.privateAddresses()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(pause)
                                .setSocketTimeout(pause)
                                .setTimeToLive(Timeout.ofSeconds(30))
                                .build())
                        .setMaxConnTotal(settings.fetchedAtOnce())
                        .setMaxConnPerRoute(settings.fetchedAtOnce())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(pause)
                        .setResponseTimeout(pause)
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .setUserAgent("Broadsheet")
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAutomaticRetries()
                .build();
    }

    /// What came from an address.
    sealed interface Fetched {

        /// A file, which belongs to whoever asked.
        ///
        /// @param address where it was in the end
        record Came(Path file, long size, URI address) implements Fetched {}

        /// Something that its first bytes show to be no picture.
        record NoPicture(String sentence, URI address) implements Fetched {}
    }

    /// Fetches the picture that lies at an address, or to which it leads.
    ///
    /// @throws NotFetched with a sentence, if it may not be fetched or cannot be
    Fetched fetch(String address) throws NotFetched {
        URI next = hosts.checked(address);
        long until = System.nanoTime() + within.toNanos();
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            Hop step = call(next, until);
            if (step.fetched() != null) {
                return step.fetched();
            }
            URI from = next;
            next = hosts.checkedFrom(from, String.valueOf(step.location()));
            if (from.getScheme().equals("https") && !next.getScheme().equals("https")) {
                throw new NotFetched(
                        from.getHost() + " leads on to an address without encryption; that is not followed.");
            }
        }
        throw new NotFetched("The address leads on and on: more than " + REDIRECTS + " times is not followed.");
    }

    /// A file, or where to go on.
    private record Hop(@Nullable Fetched fetched, @Nullable String location) {}

    private Hop call(URI address, long until) throws NotFetched {
        HttpGet request = new HttpGet(address);
        request.setHeader("Accept", "image/*");
        ScheduledFuture<?> end = timer.schedule(request::cancel, until - System.nanoTime(), TimeUnit.NANOSECONDS);
        String host = address.getHost();
        boolean whole = false;
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            try {
                Hop hop = read(response, address);
                whole = true;
                return hop;
            } finally {
                if (!whole || response.getEntity() == null || response.getCode() / 100 != 2) {
                    // Closing the answer would read it to its end, and it may have none.
                    request.cancel();
                }
            }
        } catch (NotFetched e) {
            throw e;
        } catch (PublicNames.Private e) {
            throw new NotFetched(host + " lies inside the house or on this machine: nothing is fetched from there.", e);
        } catch (UnknownHostException e) {
            throw new NotFetched("There is no host called " + host + ".", e);
        } catch (SSLException e) {
            throw new NotFetched(host + " cannot prove that it is " + host + ", so nothing is taken from it.", e);
        } catch (IOException | RuntimeException e) {
            log.atInfo()
                    .addKeyValue("host", host)
                    .addKeyValue("why", e.getMessage())
                    .log("A picture was not fetched");
            if (System.nanoTime() - until >= 0) {
                throw new NotFetched(
                        host + " took longer than " + within.toSeconds() + " seconds. Try again, or send the file.", e);
            }
            throw new NotFetched(host + " did not answer, or broke off. Try again, or send the file.", e);
        } finally {
            end.cancel(false);
        }
    }

    private Hop read(ClassicHttpResponse response, URI address) throws IOException {
        int status = response.getCode();
        Header location = response.getFirstHeader("Location");
        if (status / 100 == 3 && status != 304 && location != null) {
            return new Hop(null, location.getValue());
        }
        HttpEntity entity = response.getEntity();
        if (status != 200 || entity == null) {
            throw new NotFetched(address.getHost() + " does not give the picture (answer " + status
                    + "). Open the address in your browser to see what it says.");
        }
        if (entity.getContentLength() > mostBytes) {
            throw tooLarge(address);
        }
        Path file = spool.forFetching();
        boolean isKept = false;
        try (InputStream body = entity.getContent();
                OutputStream out = Files.newOutputStream(file)) {
            byte[] head = body.readNBytes(HEAD);
            Optional<Look.Refused> refused = darkroom.glance(head, size(entity, head));
            if (refused.isPresent()) {
                return new Hop(new Fetched.NoPicture(refused.get().sentence(), address), null);
            }
            out.write(head);
            long size = head.length + copy(body, out, mostBytes - head.length, address);
            if (entity.getContentLength() >= 0 && size < entity.getContentLength()) {
                throw new IOException("It broke off after " + size + " bytes");
            }
            isKept = true;
            return new Hop(new Fetched.Came(file, size, address), null);
        } finally {
            if (!isKept) {
                spool.drop(file);
            }
        }
    }

    /// How many bytes there will be, as far as anybody can know.
    private long size(HttpEntity entity, byte[] head) {
        if (head.length < HEAD) {
            return head.length;
        }
        return entity.getContentLength() >= 0 ? entity.getContentLength() : mostBytes;
    }

    private long copy(InputStream body, OutputStream out, long most, URI address) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long size = 0;
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            size += count;
            if (size > most) {
                throw tooLarge(address);
            }
            out.write(buffer, 0, count);
        }
        return size;
    }

    private NotFetched tooLarge(URI address) {
        return new NotFetched("What lies at " + address.getHost() + " has more than " + mostBytes
                + " bytes, the most that a picture may have.");
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            log.atWarn().setCause(e).log("A connection did not close");
        }
    }
}
