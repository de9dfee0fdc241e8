package dev.paddock.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What a browser gets that must sign in first, or sends a form that is too old. */
@Component
class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Pattern WORKBENCH = Pattern.compile("(?<page>/(tasks|comparisons)/[0-9a-f-]{36})/[a-z]+");

    /** To the sign-in page and back again; a fragment cannot be redirected, so htmx is told to load the page anew. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.sendRedirect(request.getContextPath() + "/sign-in" + continuation(request));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        var unsaved = unsaved(request);
        if (why instanceof CsrfException && unsaved.isPresent()) {
            response.sendRedirect(request.getContextPath() + unsaved.get());
            return;
        }
        if (why instanceof CsrfException && request.getRequestURI().equals(request.getContextPath() + "/sign-in")) {
            response.sendRedirect(request.getContextPath() + "/sign-in?stale");
            return;
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static String continuation(HttpServletRequest request) {
        var query = request.getQueryString();
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        var asked = request.getMethod().equals("GET") && !path.equals("/") ? Optional.of(path) : unsaved(request);
        return asked.filter(Continuation::safe)
                .map(wanted -> "?continue=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** The page whose form came too late: it still has what was written, and says that none of it was saved. */
    private static Optional<String> unsaved(HttpServletRequest request) {
        var path = WORKBENCH.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        return request.getMethod().equals("POST") && path.matches()
                ? Optional.of(path.group("page") + "?unsaved=yes")
                : Optional.empty();
    }
}
