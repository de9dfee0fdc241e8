package dev.paddock.web.security;

import dev.paddock.people.Tokens;
import dev.paddock.web.errors.Problem;
import dev.paddock.web.errors.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code Authorization: Bearer pdk_…}. A token that is wrong is refused here; none at all is the URL table's matter. */
class BearerTokens extends OncePerRequestFilter {

    static final String CHALLENGE = "Bearer realm=\"paddock\"";

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final Problems problems;

    // Where asynchronous dispatches look for who the first dispatch was for.
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    BearerTokens(Tokens tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var shown = shown(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (shown.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var caller = tokens.authenticate(shown.get());
        if (caller.isEmpty()) {
            refuse(response);
            return;
        }
        var context = new SecurityContextImpl(new SignedIn(caller.get()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
        problems.write(
                response,
                Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "This token is unknown, has expired or was revoked. Make a new one under Account."));
    }

    private static Optional<String> shown(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> value.substring(SCHEME.length()).strip());
    }
}
