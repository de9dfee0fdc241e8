package dev.paddock.web.security;

import dev.paddock.people.Caller;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A request in the name of somebody, as if their browser had sent it with the form's token. */
public final class SignIn {

    private SignIn() {}

    public static RequestPostProcessor as(Caller caller) {
        var who = SecurityMockMvcRequestPostProcessors.authentication(new SignedIn(caller));
        var form = new FormToken();
        return request -> form.postProcessRequest(who.postProcessRequest(request));
    }
}
