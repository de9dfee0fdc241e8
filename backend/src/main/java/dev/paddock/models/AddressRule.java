package dev.paddock.models;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which servers may be called. An owner's mistake, or a name that later resolves elsewhere, must not turn Paddock into a way into the
 * network it runs in, so every address a name has must be public unless the name is on the allow-list; asked when an endpoint is saved
 * and again before each use. (The JVM keeps a looked-up name for 30 seconds, so the connection goes to the address that was checked.)
 */
final class AddressRule {

    private final List<String> allowed;
    private final Resolver resolver;

    AddressRule(List<String> allowed, Resolver resolver) {
        this.allowed = allowed.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
        this.resolver = resolver;
    }

    /** @throws AddressRefused unless it is a plain http(s) URL; nothing is looked up yet */
    URI parse(String text) {
        var url = uri(text.replaceAll("/+$", ""));
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        require(scheme.equals("http") || scheme.equals("https"), "must begin with http:// or https://.");
        require(url.getRawUserInfo() == null, "must not hold a user or password. Give the key in its own field.");
        require(url.getRawQuery() == null && url.getRawFragment() == null, "must end before any ? or #.");
        require(url.getHost() != null, "has no host name that can be read.");
        require(
                !looksLikeANumber(url.getHost()),
                "writes its host as a number in an unusual way. Write it as four numbers with dots.");
        return url;
    }

    /** @throws AddressRefused when the host is unknown, or private and not allowed */
    void check(URI url) {
        var host = plainHost(url);
        if (allowed.contains(host) || allowed.contains(host + ":" + port(url))) {
            return;
        }
        for (var address : addressesOf(host)) {
            require(
                    PublicAddresses.contains(address),
                    "is private (" + host + " is " + address.getHostAddress() + "). If it is meant, add " + host
                            + " to paddock.models.allowed-private-hosts and start Paddock again.");
        }
    }

    private InetAddress[] addressesOf(String host) {
        try {
            var found = resolver.resolve(host);
            require(found.length > 0, "has a host that nobody knows: " + host + ".");
            return found;
        } catch (UnknownHostException unknown) {
            throw new AddressRefused("has a host that nobody knows: " + host + ".");
        }
    }

    private static String plainHost(URI url) {
        return url.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.$", "").replaceAll("^\\[|]$", "");
    }

    static int port(URI url) {
        int standard = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        return url.getPort() == -1 ? standard : url.getPort();
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException broken) {
            throw new AddressRefused("is not a URL: " + broken.getReason() + ".");
        }
    }

    /** 2130706433, 0x7f.1, 0177.0.0.1: ways to write 127.0.0.1 that libraries read differently. */
    private static boolean looksLikeANumber(String host) {
        var labels = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "").split("\\.");
        boolean numeric = Arrays.stream(labels).allMatch(label -> label.matches("0x[0-9a-f]*|[0-9]+"));
        boolean plain =
                labels.length == 4 && Arrays.stream(labels).allMatch(label -> label.matches("0|[1-9][0-9]{0,2}"));
        return numeric && !plain;
    }

    private static void require(boolean right, String reason) {
        if (!right) {
            throw new AddressRefused(reason);
        }
    }
}
