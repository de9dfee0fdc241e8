package dev.paddock.web.security;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * The token of a form and its cookie, as a page of ours would have set them. Spring Security's own {@code csrf()} puts another store for
 * tokens into the application that all tests share, one that makes sessions for visitors.
 */
final class FormToken implements RequestPostProcessor {

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        var token = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        request.setParameter("_csrf", Base64.getUrlEncoder().encodeToString(masked(token)));
        var cookies = new ArrayList<Cookie>();
        if (request.getCookies() != null) {
            cookies.addAll(List.of(request.getCookies()));
        }
        cookies.add(new Cookie("paddock-form", new String(token, StandardCharsets.UTF_8)));
        request.setCookies(cookies.toArray(Cookie[]::new));
        return request;
    }

    /** The mask and the token under it; a mask of zeros is one too. */
    private static byte[] masked(byte[] token) {
        var masked = new byte[2 * token.length];
        System.arraycopy(token, 0, masked, token.length, token.length);
        return masked;
    }
}
