package dev.paddock.web.campaigns;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Guideline;
import dev.paddock.campaigns.Round;
import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.people.Caller;
import dev.paddock.shared.Page;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    @PostMapping
    ResponseEntity<CampaignView> create(Caller caller, @RequestBody CampaignBody body) {
        var made = campaigns.create(caller, body.toNew());
        return ResponseEntity.created(URI.create("/api/campaigns/" + made.id())).body(view(caller, made));
    }

    @GetMapping
    Page<CampaignView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return campaigns
                .visibleTo(caller, cursor, Math.clamp(size, 1, Page.LARGEST_SIZE))
                .map(each -> view(caller, each));
    }

    @GetMapping("/{id}")
    CampaignView get(Caller caller, @PathVariable UUID id) {
        return view(caller, campaigns.get(caller, id));
    }

    @PatchMapping("/{id}")
    CampaignView edit(Caller caller, @PathVariable UUID id, @RequestBody CampaignBody body) {
        return view(caller, campaigns.edit(caller, id, body.toEdit()));
    }

    /** Starts it, for the first time or again. */
    @PostMapping("/{id}/activation")
    CampaignView start(Caller caller, @PathVariable UUID id) {
        return view(caller, campaigns.activate(caller, id));
    }

    @DeleteMapping("/{id}/activation")
    CampaignView pause(Caller caller, @PathVariable UUID id) {
        return view(caller, campaigns.pause(caller, id));
    }

    @PostMapping("/{id}/closure")
    CampaignView close(Caller caller, @PathVariable UUID id) {
        return view(caller, campaigns.close(caller, id));
    }

    /** All versions, newest first. */
    @GetMapping("/{id}/guidelines")
    Page<Guideline> guidelines(Caller caller, @PathVariable UUID id) {
        campaigns.get(caller, id);
        return new Page<>(campaigns.guidelines(id), null);
    }

    @GetMapping("/{id}/guidelines/{version}")
    Guideline guideline(Caller caller, @PathVariable UUID id, @PathVariable int version) {
        campaigns.get(caller, id);
        return campaigns.guideline(id, version);
    }

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
