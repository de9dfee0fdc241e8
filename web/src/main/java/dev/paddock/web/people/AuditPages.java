package dev.paddock.web.people;

import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AuditPages {

    private final Audit audit;

    AuditPages(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/people/audit")
    String list(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        var page = audit.list(caller, cursor, Page.DEFAULT_SIZE);
        model.addAttribute("entries", page.rows());
        model.addAttribute("first", cursor == null ? null : "/people/audit");
        model.addAttribute("next", page.next() == null ? null : "/people/audit?cursor=" + page.next());
        return "people/audit";
    }
}
