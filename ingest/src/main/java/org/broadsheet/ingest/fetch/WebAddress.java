package org.broadsheet.ingest.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Addresses on the web, as far as we follow them.
public final class WebAddress {

    private static final int LONGEST = 4_000;

    private WebAddress() {}

    /// An address that may be called: `http` or `https`, with a host, without a user or a fragment.
    ///
    /// @throws IllegalArgumentException with a sentence, if it is none
    public static URI of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("An address has at most " + LONGEST + " characters");
        }
        try {
            return checked(new URI(text.strip().replace(" ", "%20")));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no address", e);
        }
    }

    /// What an address means that stands in the answer of another one.
    ///
    /// @throws IllegalArgumentException with a sentence, if it may not be called
    public static URI from(URI base, String text) {
        try {
            return checked(base.resolve(new URI(text.strip().replace(" ", "%20"))));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no address", e);
        }
    }

    private static URI checked(URI address) throws URISyntaxException {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("Only http and https addresses are called");
        }
        if (address.getHost() == null || address.getHost().isEmpty()) {
            throw new IllegalArgumentException("The address has no host");
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("A user does not belong into the address: enter it beside it");
        }
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return new URI(origin(address) + path + query);
    }

    /// Scheme, host and port, in small letters and with the port, as RFC 6454 compares them.
    public static String origin(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    /// An address with parameters in its query, in place of those of the same names.
    public static URI with(URI address, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return address;
        }
        StringBuilder query = new StringBuilder();
        String before = address.getRawQuery();
        if (before != null) {
            for (String part : before.split("&", -1)) {
                String name = part.contains("=") ? part.substring(0, part.indexOf('=')) : part;
                if (!part.isEmpty()
                        && parameters.keySet().stream()
                                .noneMatch(own -> encoded(own).equals(name))) {
                    query.append(query.isEmpty() ? "" : "&").append(part);
                }
            }
        }
        new TreeMap<>(parameters)
                .forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                        .append(encoded(name))
                        .append('=')
                        .append(encoded(value)));
        return URI.create(origin(address) + address.getRawPath() + "?" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
