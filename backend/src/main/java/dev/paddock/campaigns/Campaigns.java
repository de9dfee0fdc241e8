package dev.paddock.campaigns;

import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.Cursor;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
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

    private static final String[] LEADS = {CampaignRole.LEAD.word()};
    private static final String[] READERS = {CampaignRole.LEAD.word(), CampaignRole.REVIEWER.word()};
    private static final UUID[] NONE = {};

    private final CampaignRepository campaigns;
    private final CampaignRecords records;
    private final Access access;
    private final Terms terms;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Campaigns(
            CampaignRepository campaigns,
            CampaignRecords records,
            Access access,
            Terms terms,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.records = records;
        this.access = access;
        this.terms = terms;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The caller becomes its lead; it begins as a draft. */
    public Campaign create(Caller caller, NewCampaign asked) {
        return terms.agree(caller, asked);
    }

    /** @throws Conflict when someone else has changed it since the version that the edit names */
    public Campaign edit(Caller caller, UUID id, CampaignEdit edit) {
        return saved(terms.change(caller, requireLead(caller, id), edit));
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
        Access.requireSight(caller);
        var after = Cursor.orStart(cursor);
        var rows = campaigns.visible(caller.person(), caller.isOwner(), after.at(), after.id(), size + 1);
        return Page.of(rows, size, Campaigns::place);
    }

    /**
     * Some that the caller leads, the newest first.
     *
     * @param track of that one alone; of both where it is null
     * @param named only those with this in their name, in any case of letters; empty for all
     * @param first those that come before all others
     */
    @Transactional(readOnly = true)
    public List<Campaign> led(Caller caller, @Nullable Track track, String named, Collection<UUID> first, int limit) {
        Access.requireSight(caller);
        return caller.mayLead()
                ? campaigns.named(
                        caller.person(), caller.isOwner(), LEADS, word(track), named, first.toArray(UUID[]::new), limit)
                : List.of();
    }

    /** Those of some that the caller leads, the newest first. */
    @Transactional(readOnly = true)
    public List<Campaign> led(Caller caller, @Nullable Track track, Collection<UUID> some) {
        Access.requireSight(caller);
        return caller.mayLead()
                ? campaigns.among(caller.person(), caller.isOwner(), LEADS, word(track), some.toArray(UUID[]::new))
                : List.of();
    }

    /** Some of that track that the caller leads or reviews, the newest first; none with a token for neither. */
    @Transactional(readOnly = true)
    public List<Campaign> read(Caller caller, Track track, int limit) {
        return Access.reads(caller)
                ? campaigns.named(caller.person(), caller.isOwner(), READERS, track.word(), "", NONE, limit)
                : List.of();
    }

    /** Those of some that the caller leads or reviews, the newest first; none with a token for neither. */
    @Transactional(readOnly = true)
    public List<Campaign> read(Caller caller, Collection<UUID> some) {
        return Access.reads(caller)
                ? campaigns.among(caller.person(), caller.isOwner(), READERS, "", some.toArray(UUID[]::new))
                : List.of();
    }

    private static String word(@Nullable Track track) {
        return track == null ? "" : track.word();
    }

    private static String place(Campaign campaign) {
        return new Cursor(campaign.createdAt(), campaign.id()).text();
    }

    /** In any case of letters; also by one that the asker may not see. */
    @Transactional(readOnly = true)
    public boolean isTaken(String name) {
        return terms.isTaken(name);
    }

    /** For any member: an annotator may know the campaign they work in. */
    @Transactional(readOnly = true)
    public Campaign get(Caller caller, UUID id) {
        return access.requireSeen(caller, id);
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

    /** Lead of the campaign, or the owner, with the scope to export. */
    @Transactional(readOnly = true)
    public Campaign requireExporter(Caller caller, UUID id) {
        return access.requireExporter(caller, id);
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
    public Page<Guideline> guidelines(UUID campaign, @Nullable String cursor, int size) {
        var found = records.guidelines(campaign, Cursor.numberOrEnd(cursor), size + 1);
        return Page.of(found, size, guideline -> Integer.toString(guideline.version()));
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

    /** For work inside Paddock, on nobody's behalf: whoever calls decides who gets to see it. */
    @Transactional(readOnly = true)
    public Campaign known(UUID campaign) {
        return campaigns.findById(campaign).orElseThrow(() -> new NotFound("campaign"));
    }

    /** All of a track, the oldest first, for work inside Paddock: whoever calls decides who gets to see what. */
    @Transactional(readOnly = true)
    public List<UUID> of(Track track) {
        return campaigns.of(track.word());
    }

    @Transactional(readOnly = true)
    public List<Round> rounds(UUID campaign) {
        return records.rounds(campaign);
    }

    /** The round that what is added now belongs to; 1 before the first start. */
    @Transactional(readOnly = true)
    public int currentRound(UUID campaign) {
        return records.lastRound(campaign);
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
