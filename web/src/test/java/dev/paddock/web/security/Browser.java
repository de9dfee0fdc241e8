package dev.paddock.web.security;

import dev.paddock.people.Cast;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A browser with its session cookie, so that a test sees what a real one would: no caller is slipped in. */
public final class Browser {

    private final MockMvcTester mvc;
    private @Nullable Cookie session;

    public Browser(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public MvcTestResult get(String path) {
        return keep(with(mvc.get().uri(URI.create(path))).exchange());
    }

    /** @param fields names and values in turn */
    public MvcTestResult post(String path, String... fields) {
        var request = with(mvc.post().uri(path)).with(new FormToken());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return keep(request.exchange());
    }

    public MvcTestResult signIn(String email) {
        return post("/sign-in", "email", email, "password", Cast.PASSWORD);
    }

    public Cookie session() {
        return Objects.requireNonNull(session);
    }

    public boolean hasSession() {
        return session != null;
    }

    public Browser holding(Cookie cookie) {
        session = cookie;
        return this;
    }

    private MockMvcTester.MockMvcRequestBuilder with(MockMvcTester.MockMvcRequestBuilder request) {
        return session == null ? request : request.cookie(session);
    }

    private MvcTestResult keep(MvcTestResult answer) {
        var given = answer.getResponse().getCookie("paddock");
        if (given != null) {
            session = given;
        }
        return answer;
    }
}
