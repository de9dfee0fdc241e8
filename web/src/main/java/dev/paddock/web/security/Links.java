package dev.paddock.web.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Whole addresses, to be sent to somebody: by {@code paddock.base-url} where it is set, else as this request came in. */
@Component
public class Links {

    private final String base;

    Links(@Value("${paddock.base-url:}") String base) {
        this.base = base.replaceAll("/+$", "");
    }

    public String to(String path) {
        return base.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(path)
                        .toUriString()
                : base + path;
    }

    /** Outside of a request, as on the console. */
    public String to(String path, int port) {
        return (base.isEmpty() ? "http://localhost:" + port : base) + path;
    }
}
