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
                && !wanted.startsWith("//")
                && wanted.length() <= 2000
                && wanted.chars().allMatch(character -> character > ' ' && character < 127 && character != '\\')
                && ours(wanted);
    }

    private static boolean ours(String wanted) {
        try {
            var uri = new URI(wanted);
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && !uri.normalize().getPath().startsWith("//");
        } catch (URISyntaxException notAPath) {
            return false;
        }
    }
}
