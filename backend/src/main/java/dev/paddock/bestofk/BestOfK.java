package dev.paddock.bestofk;

import dev.paddock.bestofk.curves.Curve;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.Cursor;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Best-of-K runs as leads ask for them, and what came out. Annotators know of none. */
@Service
@Transactional
public class BestOfK {

    private final RunTable runs;
    private final RunClaims claims;
    private final RankedSamples samples;
    private final Campaigns campaigns;
    private final Models models;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    BestOfK(RunTable runs, RunClaims claims, RankedSamples samples, Campaigns campaigns, Models models, Audit audit) {
        this.runs = runs;
        this.claims = claims;
        this.samples = samples;
        this.campaigns = campaigns;
        this.models = models;
        this.audit = audit;
    }

    /**
     * Asks for a run on the prompts that the campaign has now.
     *
     * @throws InvalidInput naming what does not go
     */
    public BestOfKRun start(Caller caller, RunWish wish) {
        requireStaff(caller);
        var campaign = campaigns.requireLead(caller, wish.campaign());
        wish.requireSense();
        var variant = variant(wish);
        var prompts = prompts(wish);
        if (!claims.hasRoom(wish.campaign())) {
            throw new Conflict("There are " + RunClaims.MOST_PENDING
                    + " best-of-K runs of this campaign waiting already. Cancel one, or wait.");
        }
        var seed = Objects.requireNonNullElseGet(wish.seed(), () -> (long) (random.nextInt() >>> 1));
        var run = found(runs.add(wish, variant, seed, prompts, caller.person()));
        audit.record(caller, "best-of-k-started", campaign.name(), run.described());
        return run;
    }

    private ModelVariant variant(RunWish wish) {
        var variant = models.named("variant", List.of(wish.variant())).getFirst();
        if (!variant.enabled()) {
            throw new InvalidInput("variant", "is switched off; its page under Models switches it on");
        }
        return variant;
    }

    private List<UUID> prompts(RunWish wish) {
        var found = runs.prompts(wish, wish.mostPrompts() + 1);
        if (wish.prompts() != null) {
            requireAll(new LinkedHashSet<>(wish.prompts()), found);
        }
        var most = wish.limit() == null ? Integer.MAX_VALUE : wish.limit();
        var chosen = found.subList(0, Math.min(found.size(), most));
        if (chosen.isEmpty()) {
            throw new InvalidInput("prompts", "are missing: this campaign has none. Import some first");
        }
        if (chosen.size() > wish.mostPrompts()) {
            throw new InvalidInput(
                    "limit",
                    "must be at most " + wish.mostPrompts() + ", as with " + wish.k() + " samples at "
                            + wish.temperatures().size() + " temperatures more prompts make more than "
                            + RunWish.MOST_SAMPLES + " samples");
        }
        return chosen;
    }

    private static void requireAll(Set<UUID> wanted, List<UUID> found) {
        wanted.removeAll(new HashSet<>(found));
        if (!wanted.isEmpty()) {
            throw new InvalidInput(
                    "prompts",
                    "names some that this campaign does not have, for example "
                            + wanted.iterator().next());
        }
    }

    /** Of all campaigns that the caller reads, newest first. */
    @Transactional(readOnly = true)
    public Page<BestOfKRun> list(Caller caller, @Nullable String cursor, int size) {
        requireStaff(caller);
        if (!caller.scopes().contains(Scope.LEAD)) {
            caller.require(Scope.REVIEW);
        }
        var rows = runs.before(caller, Cursor.numberOrEnd(cursor), size + 1);
        return Page.of(rows, size, run -> Long.toString(run.number()));
    }

    /** @throws NotFound also for those who may not read its campaign */
    @Transactional(readOnly = true)
    public BestOfKRun get(Caller caller, UUID id) {
        var run = found(id);
        hidden(() -> campaigns.requireReader(caller, run.campaign()));
        return run;
    }

    /** By temperature, the coolest first. */
    @Transactional(readOnly = true)
    public List<Curve> curves(Caller caller, UUID id) {
        return runs.curves(ranked(caller, id).id());
    }

    /** @throws Conflict while it has no ranks */
    BestOfKRun ranked(Caller caller, UUID id) {
        var run = get(caller, id);
        requireDone(run);
        return run;
    }

    /**
     * Prompt by prompt, temperature by temperature; of each of these all samples, or the {@code top} best once they are ranked.
     *
     * @throws InvalidInput where {@code top} is below 1
     */
    @Transactional(readOnly = true)
    public Page<RankedSample> samples(
            Caller caller, UUID id, @Nullable Integer top, @Nullable String cursor, int size) {
        var run = get(caller, id);
        if (top != null && top < 1) {
            throw new InvalidInput("top", "must be at least 1, the best one of each prompt");
        }
        var after = cursor == null || cursor.isEmpty() ? -1 : Cursor.numberOrEnd(cursor);
        var rows = samples.after(run, top, after, size + 1);
        return Page.of(rows, size, sample -> Integer.toString(sample.place()));
    }

    /** Why samples failed or have no score, the most frequent first, at most ten. */
    @Transactional(readOnly = true)
    public List<FailureCount> failures(Caller caller, UUID id) {
        return samples.failures(get(caller, id));
    }

    /** One that runs ends within seconds; the samples it has stay on record, without ranks. */
    public BestOfKRun cancel(Caller caller, UUID id) {
        var run = get(caller, id);
        var campaign = campaigns.requireLead(caller, run.campaign());
        if (!claims.cancel(id)) {
            var now = found(id);
            throw new Conflict(
                    now.isPending()
                            ? "It is being cancelled already."
                            : "This run has ended: it is " + now.state().word() + ".");
        }
        audit.record(
                caller,
                "best-of-k-cancelled",
                campaign.name(),
                "run " + run.number() + ", was " + run.state().word());
        return found(id);
    }

    /** @throws NotFound also for those who may not know of it */
    public BestOfKRun toExport(Caller caller, UUID id) {
        var run = found(id);
        hidden(() -> campaigns.requireExporter(caller, run.campaign()));
        requireDone(run);
        return run;
    }

    private static void requireDone(BestOfKRun run) {
        if (!run.isDone()) {
            throw new Conflict("There are no ranks: the run is " + run.state().word() + ".");
        }
    }

    private BestOfKRun found(UUID id) {
        return runs.find(id).orElseThrow(BestOfK::missing);
    }

    private static void hidden(Runnable check) {
        try {
            check.run();
        } catch (NotFound foreign) {
            throw missing();
        }
    }

    private static void requireStaff(Caller caller) {
        if (caller.role() == Role.ANNOTATOR) {
            throw missing();
        }
    }

    private static NotFound missing() {
        return new NotFound("best-of-K run");
    }
}
