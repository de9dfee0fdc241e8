package dev.paddock.campaigns;

import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.people.Scope;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.NotAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a campaign is agreed to be, at first and later: its name, its guideline, the models that answer. */
@Component
class Terms {

    private static final UUID NONE = new UUID(0, 0);

    private final CampaignRepository campaigns;
    private final CampaignRecords records;
    private final Models models;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Terms(
            CampaignRepository campaigns,
            CampaignRecords records,
            Models models,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.records = records;
        this.models = models;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Campaign agree(Caller caller, NewCampaign asked) {
        caller.require(Scope.LEAD);
        if (!caller.mayLead()) {
            throw new NotAllowed("Only leads and the owner make campaigns.");
        }
        requireFreeName(asked.name(), NONE);
        var variants = variants(asked.variants());
        var now = now();
        var campaign = campaigns.saveAndFlush(new Campaign(UUID.randomUUID(), asked, caller.person(), now));
        records.addGuideline(campaign.id(), 1, asked.guideline(), caller.person(), now);
        records.setVariants(campaign.id(), variants);
        records.putMember(campaign.id(), caller.person(), CampaignRole.LEAD, caller.person(), now);
        audit.record(caller, "campaign-made", campaign.name(), campaign.id().toString());
        return campaign;
    }

    /** Changes what the edit names; the caller leads the campaign. */
    Campaign change(Caller caller, Campaign campaign, CampaignEdit edit) {
        campaign.requireOpen();
        requireUnchanged(campaign, edit.version());
        var name = Objects.requireNonNullElse(edit.name(), campaign.name());
        requireFreeName(name, campaign.id());
        campaign.change(
                name,
                Objects.requireNonNullElse(edit.maxTurns(), campaign.maxTurns()),
                Objects.requireNonNullElse(edit.annotatorPrompts(), campaign.annotatorPrompts()),
                Objects.requireNonNullElse(edit.ratings(), campaign.ratings()));
        var reordered = reorder(campaign, edit);
        if (edit.variants() != null) {
            records.setVariants(campaign.id(), variants(edit.variants()));
        }
        changeGuideline(caller, campaign, edit.guideline());
        audit.record(
                caller, "campaign-edited", campaign.name(), "guideline " + campaign.guidelineVersion() + reordered);
        return campaign;
    }

    /** @return what is to be told of it, each change after a semicolon */
    private String reorder(Campaign campaign, CampaignEdit edit) {
        var order = Objects.requireNonNullElse(edit.order(), campaign.order());
        var share = Objects.requireNonNullElse(edit.randomShare(), campaign.randomShare());
        var told = new StringBuilder();
        if (order != campaign.order()) {
            told.append("; order " + order.word() + ", was " + campaign.order().word());
        }
        if (share != campaign.randomShare()) {
            told.append("; random share " + share + " %, was " + campaign.randomShare() + " %");
        }
        if (!told.isEmpty()) {
            events.publishEvent(new OrderChanged(campaign.id(), campaign.order(), campaign.randomShare(), order));
            campaign.order(order, share);
        }
        return told.toString();
    }

    private List<UUID> variants(List<String> names) {
        return models.named("variants", names).stream().map(ModelVariant::id).toList();
    }

    private void changeGuideline(Caller caller, Campaign campaign, @Nullable String markdown) {
        if (markdown != null && !markdown.equals(present(campaign))) {
            records.addGuideline(campaign.id(), campaign.nextGuideline(), markdown, caller.person(), now());
        }
    }

    private String present(Campaign campaign) {
        return records.guideline(campaign.id(), campaign.guidelineVersion())
                .orElseThrow()
                .markdown();
    }

    boolean isTaken(String name) {
        return campaigns.isTaken(name, NONE);
    }

    private void requireFreeName(String name, UUID except) {
        if (campaigns.isTaken(name, except)) {
            throw new Conflict("There is a campaign called '" + name + "' already. Choose another name.");
        }
    }

    private static void requireUnchanged(Campaign campaign, long version) {
        if (campaign.version() != version) {
            throw new Conflict("Someone has changed '" + campaign.name() + "' since you opened it. "
                    + "Load the page again to see their change, then make yours.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
