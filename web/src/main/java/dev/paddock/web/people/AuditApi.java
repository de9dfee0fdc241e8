package dev.paddock.web.people;

import dev.paddock.people.Audit;
import dev.paddock.people.AuditEntry;
import dev.paddock.people.Caller;
import dev.paddock.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
class AuditApi {

    private final Audit audit;

    AuditApi(Audit audit) {
        this.audit = audit;
    }

    @Operation(
            summary = "Lists who did what to people, tokens, endpoints, members and states.",
            description = "Newest first; for the owner.")
    @GetMapping("/api/audit")
    Page<AuditEntry> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return audit.list(caller, cursor, Page.clamp(size));
    }
}
