package dev.paddock.web.campaigns;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Guideline;
import dev.paddock.campaigns.Round;
import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.people.Caller;
import dev.paddock.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/campaigns")
@Tag(name = "Campaigns")
class CampaignsApi {

    private final Campaigns campaigns;
    private final Models models;

    CampaignsApi(Campaigns campaigns, Models models) {
        this.campaigns = campaigns;
        this.models = models;
    }

    @Operation(summary = "Makes a campaign, as a draft; you become its lead.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CampaignView> create(Caller caller, @RequestBody CampaignBody body) {
        var made = campaigns.create(caller, body.toNew());
        return ResponseEntity.created(URI.create("/api/campaigns/" + made.id())).body(view(caller, made));
    }

    @Operation(
            summary = "Lists the campaigns you take part in; the owner sees all of them.",
            description = "Oldest first.")
    @GetMapping
    Page<CampaignView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return campaigns.visibleTo(caller, cursor, Page.clamp(size)).map(each -> view(caller, each));
    }

    @Operation(summary = "Gives one campaign.")
    @GetMapping("/{id}")
    CampaignView get(Caller caller, @PathVariable UUID id) {
        return view(caller, campaigns.get(caller, id));
    }

    @Operation(
            summary = "Changes a campaign; what is left out stays as it is.",
            description =
                    "Send the `version` that you read: a change that somebody else made since is refused as a conflict and not overwritten.")
    @PatchMapping("/{id}")
    CampaignView edit(Caller caller, @PathVariable UUID id, @RequestBody CampaignBody body) {
        return view(caller, campaigns.edit(caller, id, body.toEdit()));
    }

    @Operation(summary = "Starts a campaign, for the first time or again.")
    @PostMapping("/{id}/activation")
    CampaignView start(Caller caller, @PathVariable UUID id) {
        return view(caller, campaigns.activate(caller, id));
    }

    @Operation(summary = "Pauses a campaign: nobody gets a new task, and who holds one may finish it.")
    @DeleteMapping("/{id}/activation")
    CampaignView pause(Caller caller, @PathVariable UUID id) {
        return view(caller, campaigns.pause(caller, id));
    }

    @Operation(summary = "Closes a campaign for good.")
    @PostMapping("/{id}/closure")
    CampaignView close(Caller caller, @PathVariable UUID id) {
        return view(caller, campaigns.close(caller, id));
    }

    @Operation(summary = "Lists all versions of the guideline.", description = "Newest first.")
    @GetMapping("/{id}/guidelines")
    Page<Guideline> guidelines(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        campaigns.get(caller, id);
        return campaigns.guidelines(id, cursor, Page.clamp(size));
    }

    @Operation(summary = "Gives one version of the guideline, in Markdown.")
    @GetMapping("/{id}/guidelines/{version}")
    Guideline guideline(Caller caller, @PathVariable UUID id, @PathVariable int version) {
        campaigns.get(caller, id);
        return campaigns.guideline(id, version);
    }

    @Operation(summary = "Lists the rounds of a campaign.", description = "Oldest first.")
    @GetMapping("/{id}/rounds")
    Page<Round> rounds(Caller caller, @PathVariable UUID id) {
        campaigns.get(caller, id);
        return new Page<>(campaigns.rounds(id), null);
    }

    private CampaignView view(Caller caller, Campaign campaign) {
        List<String> variants = models.variantsOf(campaigns.variantsOf(campaign.id())).stream()
                .map(ModelVariant::name)
                .toList();
        return CampaignView.of(campaign, campaigns.roleOf(caller, campaign.id()), variants);
    }
}
