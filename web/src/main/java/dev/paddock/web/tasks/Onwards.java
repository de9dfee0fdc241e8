package dev.paddock.web.tasks;

import dev.paddock.people.Caller;
import dev.paddock.shared.Refusal;
import dev.paddock.tasks.Next;
import dev.paddock.tasks.Tasks;
import java.util.UUID;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;

/** Where the person goes from here: to their next task of the campaign, or back to the list with the reason why there is none. */
@Component
class Onwards {

    private final Tasks tasks;

    Onwards(Tasks tasks) {
        this.tasks = tasks;
    }

    /** After something was saved: that it was is told in any case, even if no further task can be had just now. */
    String afterSaving(Caller caller, UUID campaign) {
        try {
            return from(caller, campaign);
        } catch (Refusal | NestedRuntimeException unavailable) {
            return "redirect:/work";
        }
    }

    String from(Caller caller, UUID campaign) {
        return switch (tasks.next(caller, campaign)) {
            case Next.Leased leased -> "redirect:/tasks/" + leased.task();
            case Next.Nothing none -> "redirect:/work?nothing=" + none.reason().word();
        };
    }
}
