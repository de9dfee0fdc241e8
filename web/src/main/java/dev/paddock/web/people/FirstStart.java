package dev.paddock.web.people;

import dev.paddock.people.FirstOwner;
import dev.paddock.web.security.Links;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on the console where to go, and shows the link for the owner while there is none. Never in the log: logs are kept and read by others. */
@Component
class FirstStart {

    private final FirstOwner firstOwner;
    private final Links links;
    private final Environment environment;

    FirstStart(FirstOwner firstOwner, Links links, Environment environment) {
        this.firstOwner = firstOwner;
        this.links = links;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        var port = environment.getProperty("local.server.port", Integer.class);
        if (port == null) {
            return;
        }
        System.out.printf("%nPaddock is ready at %s%n", links.to("/", port));
        firstOwner
                .link()
                .ifPresent(secret -> System.out.printf(
                        "There is no owner yet. Whoever opens this link becomes the owner; it works once, until the next start:%n%s%n",
                        links.to("/setup/" + secret, port)));
        System.out.println();
    }
}
