package dev.paddock.samples;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** This run of the application, as turns name their owner. A restart is another one. */
@Component
class Instance {

    private final String name = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    String name() {
        return name;
    }
}
