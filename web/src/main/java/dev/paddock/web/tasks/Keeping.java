package dev.paddock.web.tasks;

import dev.paddock.people.Caller;
import dev.paddock.tasks.Drafts;
import dev.paddock.tasks.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the open page does by itself: keeps the lease while the person is there, and what they have not sent yet. */
@RestController
@RequestMapping("/tasks/{task}")
class Keeping {

    private final Tasks tasks;
    private final Drafts drafts;
    private final Clock clock;

    Keeping(Tasks tasks, Drafts drafts, Clock clock) {
        this.tasks = tasks;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** @param seconds how long that is from now: the clock of the person's machine may be wrong */
    record Lease(Instant at, long seconds) {}

    record Kept(Instant at) {}

    /** @return when the lease ends now */
    @PostMapping("/lease")
    Lease renew(Caller caller, @PathVariable UUID task) {
        var ends = tasks.renew(caller, task);
        return new Lease(ends, clock.instant().until(ends, ChronoUnit.SECONDS));
    }

    /** @param content JSON of the page's own making */
    @PostMapping("/draft")
    Kept keep(Caller caller, @PathVariable UUID task, @RequestParam String content) {
        return new Kept(drafts.keep(caller, task, content));
    }
}
