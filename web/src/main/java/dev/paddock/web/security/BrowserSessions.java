package dev.paddock.web.security;

import dev.paddock.people.Caller;
import dev.paddock.people.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * A browser session keeps who it is and since when, as two plain values that outlive any change of our classes. Who that is today is asked
 * at every request, so a disabled person is out at the next one.
 */
@Component
public class BrowserSessions implements SecurityContextRepository {

    private static final String PERSON = "person";
    private static final String BEGAN = "began";

    private final SignIns signIns;
    private final CsrfTokenRepository csrfTokens;

    BrowserSessions(SignIns signIns, CsrfTokenRepository csrfTokens) {
        this.signIns = signIns;
        this.csrfTokens = csrfTokens;
    }

    /** Under a new id, whatever the browser brought along: an id from before signing in may be known to others. */
    public void begin(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        end(request);
        var session = request.getSession(true);
        session.setAttribute(PERSON, caller.person().toString());
        session.setAttribute(BEGAN, ChronoUnit.MICROS.between(Instant.EPOCH, signIns.sessionBegins()));
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                caller.person().toString());
        csrfTokens.saveToken(null, request, response);
        SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(caller)));
    }

    public void end(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        SecurityContextHolder.clearContext();
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Loaded(this, request);
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).flatMap(this::caller);
    }

    private Optional<Caller> caller(HttpSession session) {
        if (session.getAttribute(PERSON) instanceof String person
                && session.getAttribute(BEGAN) instanceof Long began) {
            var since = Instant.EPOCH.plus(began, ChronoUnit.MICROS);
            return signIns.ofSession(UUID.fromString(person), since);
        }
        return Optional.empty();
    }

    /** Asks the database when somebody wants to know, so a stylesheet costs nothing. */
    private static final class Loaded implements DeferredSecurityContext {

        private final BrowserSessions sessions;
        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        Loaded(BrowserSessions sessions, HttpServletRequest request) {
            this.sessions = sessions;
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = sessions.caller(request)
                        .map(caller -> new SecurityContextImpl(new SignedIn(caller)))
                        .orElseGet(SecurityContextImpl::new);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Sessions begin by {@link #begin} only. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return request.getSession(false) != null;
    }
}
