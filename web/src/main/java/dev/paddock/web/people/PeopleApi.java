package dev.paddock.web.people;

import dev.paddock.people.Caller;
import dev.paddock.people.Invitations;
import dev.paddock.people.Invited;
import dev.paddock.people.People;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Page;
import dev.paddock.web.security.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "People")
class PeopleApi {

    record InvitationBody(
            @Nullable String email,
            @Nullable String name,
            @Nullable Role role) {}

    /** @param invitation the link by which the person chooses a password; shown here and now only */
    record InvitedView(UUID id, String invitation) {}

    record PersonBody(@Nullable Role role, @Nullable Boolean disabled) {}

    record Me(UUID id, String name, Role role, Set<Scope> scopes) {}

    private final People people;
    private final Invitations invitations;
    private final Links links;

    PeopleApi(People people, Invitations invitations, Links links) {
        this.people = people;
        this.invitations = invitations;
        this.links = links;
    }

    @Operation(summary = "Says whom this token stands for, and what it may be used for.")
    @GetMapping("/api/me")
    Me me(Caller caller) {
        return new Me(caller.person(), caller.name(), caller.role(), caller.scopes());
    }

    @Operation(summary = "Lists everybody, by e-mail address.")
    @GetMapping("/api/people")
    Page<PersonView> list(
            Caller caller,
            @Parameter(description = "Only those with this in their name or address, in any case of letters.")
                    @RequestParam(defaultValue = "")
                    String named,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return people.list(caller, named, cursor, Page.clamp(size)).map(PersonView::of);
    }

    @Operation(summary = "Invites somebody; the link is shown here and now only.")
    @PostMapping("/api/people")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<InvitedView> invite(Caller caller, @RequestBody InvitationBody body) {
        if (body.role() == null) {
            throw new InvalidInput("role", "is missing: annotator, reviewer, lead or owner");
        }
        var invited = invitations.invite(caller, body.email(), body.name(), body.role());
        return ResponseEntity.created(
                        URI.create("/api/people/" + invited.person().id()))
                .body(view(invited));
    }

    @Operation(summary = "Gives one person.")
    @GetMapping("/api/people/{id}")
    PersonView get(Caller caller, @PathVariable UUID id) {
        return PersonView.of(people.get(caller, id));
    }

    @Operation(summary = "Changes the role of a person, or disables or enables them.")
    @PatchMapping("/api/people/{id}")
    PersonView change(Caller caller, @PathVariable UUID id, @RequestBody PersonBody body) {
        return PersonView.of(people.change(caller, id, body.role(), body.disabled()));
    }

    @Operation(summary = "Makes a new link in place of the old one; also the way to a forgotten password.")
    @PostMapping("/api/people/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    InvitedView renew(Caller caller, @PathVariable UUID id) {
        return view(invitations.renew(caller, id));
    }

    @Operation(summary = "Makes the open invitation of a person void.")
    @DeleteMapping("/api/people/{id}/invitation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable UUID id) {
        invitations.revoke(caller, id);
    }

    private InvitedView view(Invited invited) {
        return new InvitedView(invited.person().id(), links.to("/invitation/" + invited.secret()));
    }
}
