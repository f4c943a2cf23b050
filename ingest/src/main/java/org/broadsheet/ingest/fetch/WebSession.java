package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls to the web during one visit to a feed.
public final class WebSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebSession.class);
    private static final String AGENT = "Broadsheet";

    private final Spool spool;
    private final FetchLimits limits;
    private final ScheduledExecutorService timer;
    private final CloseableHttpClient client;

    WebSession(boolean allowPrivate, Spool spool, FetchLimits limits, ScheduledExecutorService timer) {
        this.spool = spool;
        this.limits = limits;
        this.timer = timer;
        Timeout connect = Timeout.of(limits.connect());
        Timeout pause = Timeout.of(limits.firstByte());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedNames(allowPrivate))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(pause)
                                .build())
                        .setMaxConnTotal(4)
                        .setMaxConnPerRoute(2)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(pause)
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .setUserAgent(AGENT)
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAutomaticRetries()
                .build();
    }

    /// Gets an address, over redirects.
    ///
    /// @param headers to send, such as `Accept`; those that only the feed's origin may see belong to the
    /// credentials
    /// @param credentials shown to their own origin only, on every hop
    /// @param largest how many bytes the body may have
    /// @throws Forbidden if it lies inside the house and may not be called
    /// @throws TooMuch if the answer is too long or too slow
    public Answer get(URI address, Map<String, String> headers, Credentials credentials, long largest)
            throws IOException {
        URI next = address;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            boolean own = credentials.belongTo(next);
            HttpGet request = new HttpGet(own ? WebAddress.with(next, credentials.query()) : next);
            headers.forEach(request::setHeader);
            if (own) {
                credentials.headers().forEach(request::setHeader);
            }
            Answer answer = call(request, next, largest);
            Optional<String> location = isRedirect(answer.status()) ? answer.header("location") : Optional.empty();
            if (location.isEmpty()) {
                return answer;
            }
            next = redirected(next, location.get());
        }
        throw new IOException("It redirects more than " + limits.redirects() + " times");
    }

    /// Posts a form; a redirect is not followed.
    public Answer post(URI address, Map<String, String> form, Credentials credentials, long largest)
            throws IOException {
        HttpPost request = new HttpPost(address);
        List<NameValuePair> pairs = new ArrayList<>();
        form.forEach((name, value) -> pairs.add(new BasicNameValuePair(name, value)));
        request.setEntity(new UrlEncodedFormEntity(pairs, StandardCharsets.UTF_8));
        request.setHeader("Accept", "application/json");
        if (credentials.belongTo(address)) {
            credentials.headers().forEach(request::setHeader);
        }
        return call(request, address, largest);
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static URI redirected(URI from, String location) throws IOException {
        try {
            URI next = WebAddress.from(from, location);
            if (from.getScheme().equals("https") && !next.getScheme().equals("https")) {
                throw new IOException("It redirects from https to http, which anybody could listen to");
            }
            return next;
        } catch (IllegalArgumentException e) {
            throw new IOException("It redirects to where nobody goes: " + e.getMessage(), e);
        }
    }

    private Answer call(HttpUriRequestBase request, URI address, long largest) throws IOException {
        request.setHeader("Accept-Encoding", "gzip, deflate");
        ScheduledFuture<?> end = timer.schedule(
                request::cancel, limits.connect().plus(limits.firstByte()).toMillis(), TimeUnit.MILLISECONDS);
        boolean whole = false;
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            boolean inTime = end.cancel(false);
            try {
                if (!inTime) {
                    throw new TooMuch(TooMuch.Kind.TIME, "It did not begin its answer in time");
                }
                Answer answer = read(response, address, largest);
                whole = true;
                return answer;
            } finally {
                if (!whole) {
                    // Closing the answer would read it to its end, and it may have none.
                    request.cancel();
                }
            }
        } catch (IOException e) {
            if (end.isDone() && !end.isCancelled()) {
                throw new TooMuch(TooMuch.Kind.TIME, "It did not begin its answer in time");
            }
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    private Answer read(ClassicHttpResponse response, URI address, long largest) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        HttpEntity entity = response.getEntity();
        int status = response.getCode();
        if (entity == null || status / 100 != 2) {
            // What an error says is nobody's copy; a little of it is read so that the connection can be used again.
            if (entity != null && entity.getContentLength() >= 0 && entity.getContentLength() < 64 * 1024) {
                spool.take(entity.getContent(), 64 * 1024).close();
                return new Answer(address, status, headers, Content.of(new byte[0]));
            }
            if (entity != null) {
                response.close();
            }
            return new Answer(address, status, headers, Content.of(new byte[0]));
        }
        if (entity.getContentLength() > largest) {
            throw new TooMuch(
                    TooMuch.Kind.BYTES,
                    "It has %,d bytes; at most %,d are taken".formatted(entity.getContentLength(), largest));
        }
        Content sent = spool.take(entity.getContent(), largest);
        if (entity.getContentLength() >= 0 && sent.size() < entity.getContentLength()) {
            sent.close();
            throw new IOException(
                    "It broke off after %,d of %,d bytes".formatted(sent.size(), entity.getContentLength()));
        }
        String encoding = entity.getContentEncoding() == null ? "" : entity.getContentEncoding();
        Content body = spool.unpack(sent, encoding, largest)
                .orElseThrow(() -> new IOException("It is packed with \"" + encoding + "\", which was not asked for"));
        return new Answer(address, status, headers, body);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("A connection did not close");
        }
    }

    /// Resolves names for the client, which then connects to these very addresses.
    private record GuardedNames(boolean allowPrivate) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return AddressGuard.resolve(host, allowPrivate).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
