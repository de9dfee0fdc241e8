package dev.paddock.campaigns;

import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.people.Scope;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.Cursor;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Making campaigns, running them, and who may see which. */
@Service
@Transactional
public class Campaigns {

    private static final UUID NONE = new UUID(0, 0);

    private final CampaignRepository campaigns;
    private final CampaignRecords records;
    private final Access access;
    private final Models models;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Campaigns(
            CampaignRepository campaigns,
            CampaignRecords records,
            Access access,
            Models models,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.records = records;
        this.access = access;
        this.models = models;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The caller becomes its lead; it begins as a draft. */
    public Campaign create(Caller caller, NewCampaign asked) {
        caller.require(Scope.LEAD);
        if (!caller.mayLead()) {
            throw new NotAllowed("Only leads and the owner make campaigns.");
        }
        requireFreeName(asked.name(), NONE);
        var variants = models.named(asked.variants());
        var now = now();
        var campaign = campaigns.saveAndFlush(new Campaign(UUID.randomUUID(), asked, caller.person(), now));
        records.addGuideline(campaign.id(), 1, asked.guideline(), caller.person(), now);
        records.setVariants(
                campaign.id(), variants.stream().map(ModelVariant::id).toList());
        records.putMember(campaign.id(), caller.person(), CampaignRole.LEAD, caller.person(), now);
        audit.record(caller, "campaign-made", campaign.name(), campaign.id().toString());
        return campaign;
    }

    /** @throws Conflict when someone else has changed it since the version that the edit names */
    public Campaign edit(Caller caller, UUID id, CampaignEdit edit) {
        var campaign = requireLead(caller, id);
        campaign.requireOpen();
        requireUnchanged(campaign, edit.version());
        var name = Objects.requireNonNullElse(edit.name(), campaign.name());
        requireFreeName(name, id);
        campaign.change(
                name,
                Objects.requireNonNullElse(edit.maxTurns(), campaign.maxTurns()),
                Objects.requireNonNullElse(edit.annotatorPrompts(), campaign.annotatorPrompts()),
                Objects.requireNonNullElse(edit.ratings(), campaign.ratings()));
        changeVariants(id, edit.variants());
        changeGuideline(caller, campaign, edit.guideline());
        audit.record(caller, "campaign-edited", campaign.name(), "guideline " + campaign.guidelineVersion());
        return saved(campaign);
    }

    /** Starts it, for the first time or again. */
    public Campaign activate(Caller caller, UUID id) {
        return transition(caller, id, "campaign-started", campaign -> {
            requireSomethingToCompare(campaign);
            campaign.activate();
            records.openFirstRound(id, now());
        });
    }

    /** Nobody gets a new task; who holds one may finish it. */
    public Campaign pause(Caller caller, UUID id) {
        return transition(caller, id, "campaign-paused", Campaign::pause);
    }

    /** For good. */
    public Campaign close(Caller caller, UUID id) {
        return transition(caller, id, "campaign-closed", Campaign::close);
    }

    @Transactional(readOnly = true)
    public Page<Campaign> visibleTo(Caller caller, @Nullable String cursor, int size) {
        var after = Cursor.orStart(cursor);
        var rows = campaigns.visible(caller.person(), caller.isOwner(), after.at(), after.id(), size + 1);
        return Page.of(rows, size, campaign -> new Cursor(campaign.createdAt(), campaign.id()).text());
    }

    /** In any case of letters; also by one that the asker may not see. */
    @Transactional(readOnly = true)
    public boolean isTaken(String name) {
        return campaigns.isTaken(name, NONE);
    }

    /** For any member: an annotator may know the campaign they work in. */
    @Transactional(readOnly = true)
    public Campaign get(Caller caller, UUID id) {
        return access.requireMember(caller, id);
    }

    /** Any member or the owner, with the scope to annotate; whatever the campaign's state is. */
    @Transactional(readOnly = true)
    public Campaign requireAnnotator(Caller caller, UUID id) {
        return access.requireAnnotator(caller, id);
    }

    /** Lead or reviewer of the campaign, or the owner. */
    @Transactional(readOnly = true)
    public Campaign requireReader(Caller caller, UUID id) {
        return access.requireReader(caller, id);
    }

    @Transactional(readOnly = true)
    public Campaign requireLead(Caller caller, UUID id) {
        return access.requireLead(caller, id);
    }

    /** @throws CampaignClosed when nothing can be added any more */
    @Transactional(readOnly = true)
    public Campaign requireLeadOfOpen(Caller caller, UUID id) {
        var campaign = access.requireLead(caller, id);
        campaign.requireOpen();
        return campaign;
    }

    @Transactional(readOnly = true)
    public CampaignRole roleOf(Caller caller, UUID id) {
        return access.roleOf(caller, id);
    }

    @Transactional(readOnly = true)
    public Guideline guideline(UUID campaign, int version) {
        return records.guideline(campaign, version).orElseThrow(() -> new NotFound("guideline"));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Guideline> guidelines(UUID campaign) {
        return records.guidelines(campaign);
    }

    @Transactional(readOnly = true)
    public List<UUID> variantsOf(UUID campaign) {
        return records.variants(campaign);
    }

    /** For those who prepare what people will judge, on nobody's behalf. */
    @Transactional(readOnly = true)
    public int judgementsPerItem(UUID campaign) {
        return campaigns
                .findById(campaign)
                .map(Campaign::judgementsPerItem)
                .orElseThrow(() -> new NotFound("campaign"));
    }

    @Transactional(readOnly = true)
    public List<Round> rounds(UUID campaign) {
        return records.rounds(campaign);
    }

    /** The round that what is added now belongs to; 1 before the first start. */
    @Transactional(readOnly = true)
    public int currentRound(UUID campaign) {
        var rounds = records.rounds(campaign);
        return rounds.isEmpty() ? 1 : rounds.getLast().number();
    }

    /** For the application's own threads, which act for nobody: every campaign that gives out tasks now. */
    @Transactional(readOnly = true)
    public List<Campaign> active() {
        return campaigns.findAllByState(CampaignState.ACTIVE);
    }

    private Campaign transition(Caller caller, UUID id, String action, Consumer<Campaign> step) {
        var campaign = requireLead(caller, id);
        var before = campaign.state();
        step.accept(campaign);
        if (campaign.state() != before) {
            audit.record(caller, action, campaign.name(), "was " + before.word());
        }
        return saved(campaign);
    }

    private Campaign saved(Campaign campaign) {
        var saved = campaigns.saveAndFlush(campaign);
        events.publishEvent(new CampaignChanged(saved.id()));
        return saved;
    }

    private void requireSomethingToCompare(Campaign campaign) {
        if (records.variants(campaign.id()).isEmpty() && campaign.annotatorPrompts()) {
            throw new Conflict(
                    "Choose at least one model variant first: annotators may write prompts here, and something must answer them.");
        }
    }

    private void changeVariants(UUID id, @Nullable List<String> names) {
        if (names != null) {
            records.setVariants(
                    id, models.named(names).stream().map(ModelVariant::id).toList());
        }
    }

    private void changeGuideline(Caller caller, Campaign campaign, @Nullable String markdown) {
        if (markdown != null
                && !markdown.equals(
                        guideline(campaign.id(), campaign.guidelineVersion()).markdown())) {
            records.addGuideline(campaign.id(), campaign.nextGuideline(), markdown, caller.person(), now());
        }
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
