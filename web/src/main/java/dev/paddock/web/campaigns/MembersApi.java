package dev.paddock.web.campaigns;

import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Member;
import dev.paddock.campaigns.Members;
import dev.paddock.people.Caller;
import dev.paddock.people.People;
import dev.paddock.shared.Faults;
import dev.paddock.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/campaigns/{id}/members")
@Tag(name = "Campaigns")
class MembersApi {

    /** @param person an id or an e-mail address */
    record MemberBody(@Nullable String person, @Nullable CampaignRole as) {}

    record MemberView(UUID person, @Nullable String name, CampaignRole as, Instant addedAt) {

        static MemberView of(Member member, @Nullable String name) {
            return new MemberView(member.person(), name, member.as(), member.addedAt());
        }
    }

    private final Members members;
    private final People people;

    MembersApi(Members members, People people) {
        this.members = members;
        this.people = people;
    }

    @Operation(summary = "Lists the people of a campaign.", description = "In the order in which they were added.")
    @GetMapping
    Page<MemberView> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        var found = members.list(caller, id, cursor, Page.clamp(size));
        var names = people.names(found.rows().stream().map(Member::person).toList());
        return found.map(each -> MemberView.of(each, names.get(each.person())));
    }

    @Operation(summary = "Adds somebody to a campaign, or changes what they are in it.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MemberView add(Caller caller, @PathVariable UUID id, @RequestBody MemberBody body) {
        var faults = new Faults();
        faults.unless(body.person() != null, "person", "is missing: an id or an e-mail address");
        faults.unless(body.as() != null, "as", "is missing: annotator, reviewer or lead");
        faults.refuse();
        var as = Objects.requireNonNull(body.as());
        var member = members.add(caller, id, Objects.requireNonNull(body.person()), as);
        var name = people.names(List.of(member.person())).get(member.person());
        return MemberView.of(member, name);
    }

    @Operation(summary = "Takes somebody out of a campaign; what they did stays.")
    @DeleteMapping("/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID id, @PathVariable UUID person) {
        members.remove(caller, id, person);
    }
}
