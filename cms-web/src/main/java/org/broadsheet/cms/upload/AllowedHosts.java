package org.broadsheet.cms.upload;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The list of hosts from which pictures may be fetched. What is not on it is not called.
final class AllowedHosts {

    private static final int LONGEST = 2_000;

    private final List<String> hosts;
    private final boolean plainHttp;

    /// @param hosts exact, or `*.example.org` for everything below; with a port where it is not the usual one
    /// @param plainHttp whether addresses without encryption may be called
    AllowedHosts(List<String> hosts, boolean plainHttp) {
        this.hosts = List.copyOf(hosts);
        this.plainHttp = plainHttp;
    }

    /// An address as it may be called, without its fragment.
    ///
    /// @throws NotFetched with a sentence, if it may not be
    URI checked(String text) throws NotFetched {
        if (text.length() > LONGEST) {
            throw new NotFetched("An address has at most " + LONGEST + " characters.");
        }
        try {
            return checked(new URI(text.strip().replace(" ", "%20")));
        } catch (URISyntaxException e) {
            throw new NotFetched("This is no address: it begins with https:// and names a host and a picture.", e);
        }
    }

    /// The same for an address to which another one leads.
    URI checkedFrom(URI from, String text) throws NotFetched {
        try {
            return checked(from.resolve(new URI(text.strip().replace(" ", "%20"))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new NotFetched(from.getHost() + " leads on to something that is no address.", e);
        }
    }

    private URI checked(URI address) throws NotFetched, URISyntaxException {
        String scheme = lower(address.getScheme());
        String host = lower(address.getHost());
        if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new NotFetched("This is no address: it begins with https:// and names a host and a picture.");
        }
        if (scheme.equals("http") && !plainHttp) {
            throw new NotFetched("Only https addresses are fetched: what comes by http anybody can have changed.");
        }
        if (address.getRawUserInfo() != null) {
            throw new NotFetched("An address with a user name in it is not fetched.");
        }
        int port = address.getPort();
        boolean isUsual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        String called = isUsual ? host : host + ":" + port;
        if (hosts.stream().noneMatch(allowed -> names(allowed, called))) {
            throw new NotFetched(called + " is not on the list of hosts that pictures are fetched from. "
                    + (hosts.isEmpty() ? "The list is empty. " : "")
                    + "Download the picture and send it as a file, or ask an administrator to add the host.");
        }
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return new URI(scheme + "://" + called + path + query);
    }

    private static boolean names(String allowed, String called) {
        return allowed.startsWith("*.")
                ? called.endsWith(allowed.substring(1)) && called.length() >= allowed.length()
                : called.equals(allowed);
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
