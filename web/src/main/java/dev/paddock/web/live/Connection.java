package dev.paddock.web.live;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** What a request came over. */
interface Connection {

    String ATTRIBUTE = Connection.class.getName();

    /** To be asked by one thread at a time, while none reads or answers. */
    boolean isClosed();

    /** Null where the request came from no server. */
    static @Nullable Connection of(ServletRequest request) {
        return (Connection) request.getAttribute(ATTRIBUTE);
    }
}
