package dev.paddock.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What a browser gets that must sign in first, or sends a form that is too old. */
@Component
class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

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
        if (why instanceof CsrfException && request.getRequestURI().equals(request.getContextPath() + "/sign-in")) {
            response.sendRedirect(request.getContextPath() + "/sign-in?stale");
            return;
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static String continuation(HttpServletRequest request) {
        var query = request.getQueryString();
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        var worthIt = request.getMethod().equals("GET") && !path.equals("/") && Continuation.safe(path);
        return worthIt ? "?continue=" + URLEncoder.encode(path, StandardCharsets.UTF_8) : "";
    }
}
