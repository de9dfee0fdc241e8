package dev.paddock.web.security;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in. Only ever a path of ours: anything else would lend our name to another site. */
public final class Continuation {

    private Continuation() {}

    public static String orHome(@Nullable String wanted) {
        return wanted != null && safe(wanted) ? wanted : "/";
    }

    static boolean safe(String wanted) {
        return wanted.startsWith("/")
                && !path(wanted).contains("//")
                && wanted.length() <= 2000
                && wanted.chars().allMatch(character -> character > ' ' && character < 127 && character != '\\')
                && ours(wanted);
    }

    /** As it stands there: {@link URI} takes {@code ///evil.example} for a path with an empty host before it, browsers do not. */
    private static String path(String wanted) {
        return wanted.split("[?#]", 2)[0];
    }

    private static boolean ours(String wanted) {
        try {
            var uri = new URI(wanted);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException notAPath) {
            return false;
        }
    }
}
