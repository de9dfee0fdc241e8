package dev.paddock.web.people;

import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePages {

    /** To what the person came for. */
    @GetMapping("/")
    String home(Caller caller) {
        return caller.role() == Role.ANNOTATOR ? "redirect:/work" : "redirect:/campaigns";
    }
}
