package dev.paddock.trainings;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.datasets.JudgedPairs;
import dev.paddock.datasets.Margin;
import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.reward.Permissions;
import dev.paddock.reward.Tracks;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.Cursor;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Trainings of reward models on what people said here, as leads ask for them. */
@Service
public class Trainings {

    private static final int MOST_CAMPAIGNS = 100;

    private final TrainingTable table;
    private final JudgedPairs pairs;
    private final Campaigns campaigns;
    private final Audit audit;

    Trainings(TrainingTable table, JudgedPairs pairs, Campaigns campaigns, Audit audit) {
        this.table = table;
        this.pairs = pairs;
        this.campaigns = campaigns;
        this.audit = audit;
    }

    /**
     * Asks for a training on all comparisons of these campaigns that stand now. What comes out is a candidate.
     *
     * @param from campaigns that the caller leads, of the kind's track
     */
    @Transactional
    public Training start(Caller caller, ModelKind kind, List<UUID> from, Margin margin) {
        Permissions.requireLead(caller);
        if (from.isEmpty() || from.size() > MOST_CAMPAIGNS) {
            throw new InvalidInput("campaigns", "must be 1 to " + MOST_CAMPAIGNS + " campaigns to learn from");
        }
        if (from.stream().anyMatch(Objects::isNull)) {
            throw new InvalidInput("campaigns", "hold a null");
        }
        from.forEach(campaign -> requireTrack(caller, kind, campaign));
        var last = pairs.last();
        if (!pairs.any(from, last)) {
            throw new InvalidInput("campaigns", "must hold at least one comparison to learn from");
        }
        if (!table.hasRoom()) {
            throw new Conflict(
                    "There are " + TrainingTable.MOST_PENDING + " trainings waiting already. Cancel one, or wait.");
        }
        var learntFrom = from.stream().distinct().toList();
        var training = get(table.add(kind, learntFrom, last, margin, caller.person()));
        audit.record(
                caller, "training-started", kind.label(), training.described() + ", campaigns: " + learntFrom.size());
        return training;
    }

    private void requireTrack(Caller caller, ModelKind kind, UUID campaign) {
        var led = campaigns.requireLead(caller, campaign);
        if (Tracks.kind(led.track()) != kind) {
            throw new InvalidInput(
                    "campaigns",
                    "must be of the track " + kind.label() + "; '" + led.name() + "' is of "
                            + led.track().word());
        }
    }

    /** Newest first. */
    public Page<Training> list(Caller caller, @Nullable String cursor, int size) {
        Permissions.requireReader(caller);
        var before = cursor == null ? Long.MAX_VALUE : Cursor.numberOrEnd(cursor);
        var found = table.before(before, size + 1);
        return Page.of(found, size, training -> Long.toString(training.number()));
    }

    public Training get(Caller caller, UUID id) {
        Permissions.requireReader(caller);
        return get(id);
    }

    /** The training that a model came out of. */
    public Optional<Training> of(Caller caller, String model) {
        Permissions.requireReader(caller);
        return table.of(model);
    }

    /** Accuracy on held-out comparisons by how many were learnt from: each training of that kind that came to an end, the oldest first. */
    public List<LearningPoint> learning(Caller caller, ModelKind kind) {
        Permissions.requireReader(caller);
        return table.done(kind).stream()
                .flatMap(training -> LearningPoint.of(training).stream())
                .toList();
    }

    public void requireLead(Caller caller) {
        Permissions.requireLead(caller);
    }

    /** Of the campaigns of some trainings those that the caller leads or reviews, the newest first. */
    public List<Campaign> readOf(Caller caller, Collection<Training> some) {
        var all =
                some.stream().flatMap(training -> training.campaigns().stream()).collect(Collectors.toSet());
        return campaigns.read(caller, all);
    }

    /** How many comparisons a training would find in those of some campaigns that the caller leads; where there are none, it is left out. */
    public Map<UUID, Long> comparisons(Caller caller, Collection<UUID> some) {
        return pairs.counts(
                campaigns.led(caller, null, some).stream().map(Campaign::id).toList());
    }

    /** The campaigns of the kind's track that hold comparisons, whoever leads them: to put these first, not to be shown. */
    public Set<UUID> judgedCampaigns(ModelKind kind) {
        return pairs.campaigns(Tracks.of(kind));
    }

    public boolean mayCancel(Caller caller, Training training) {
        return caller.mayLead() && (caller.isOwner() || caller.person().equals(training.startedBy()));
    }

    private Training get(UUID id) {
        return table.find(id).orElseThrow(() -> new NotFound("training"));
    }

    /** One that runs ends within seconds; nothing of it stays. */
    @Transactional
    public Training cancel(Caller caller, UUID id) {
        Permissions.requireLead(caller);
        var training = get(id);
        if (!mayCancel(caller, training)) {
            throw new NotAllowed("Only whoever asked for a training, and the owner, cancel it.");
        }
        if (!table.cancel(id)) {
            var found = get(id);
            throw new Conflict(
                    found.isPending()
                            ? "It is being cancelled already."
                            : "This training has ended: it is " + found.state().word() + ".");
        }
        audit.record(
                caller,
                "training-cancelled",
                training.kind().label(),
                training.described() + ", was " + training.state().word());
        return get(id);
    }
}
