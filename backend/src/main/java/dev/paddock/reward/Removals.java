package dev.paddock.reward;

import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.rewardmodel.Durable;
import dev.paddock.shared.Conflict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes room: the bundle of a model that nobody needs goes. The model stays on record, as scores name it. */
@Service
public class Removals {

    private static final Logger log = LoggerFactory.getLogger(Removals.class);

    private final Registry registry;
    private final Stable stable;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Removals(Registry registry, Stable stable, Audit audit, TransactionTemplate transactions) {
        this.registry = registry;
        this.stable = stable;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Removes the bundle of a candidate, or of a retired model. The same bundle can be registered again.
     *
     * @throws Conflict with the reason, where the model is in use, rolling back would return to it, or Paddock trains others from it
     */
    public void remove(Caller caller, String name) {
        Permissions.requireLead(caller);
        var model = registry.find(name).orElseThrow(Permissions::missing);
        var draft = draft();
        try {
            remove(caller, model, draft);
        } catch (RuntimeException | Error failed) {
            settle(model, draft, failed);
            throw failed;
        }
        delete(draft);
    }

    private Path draft() {
        try {
            return stable.draft();
        } catch (IOException e) {
            throw new NotRemoved(e);
        }
    }

    /** The folder is out of its place before anybody is told, so that the same bundle, registered again, is not taken for it. */
    private void remove(Caller caller, RegisteredModel model, Path draft) {
        transactions.executeWithoutResult(_ -> {
            registry.lock(model.kind());
            var known = registry.find(model.name()).orElseThrow(Permissions::missing);
            try {
                requireNeedless(known);
                registry.move(known.name(), ModelState.REMOVED);
                audit.record(
                        caller,
                        "reward-model-removed",
                        known.name(),
                        "was " + known.state().word() + "; " + known.sha256());
                stable.takeAway(known, draft);
            } catch (IOException e) {
                throw new NotRemoved(e);
            }
        });
    }

    private void requireNeedless(RegisteredModel model) throws IOException {
        var need = need(model);
        if (need.isPresent()) {
            throw new Conflict(need.get());
        }
    }

    /** What keeps its bundle from being removed, in sentences; empty where nothing is known that does. */
    public Optional<String> against(RegisteredModel model) {
        try {
            return need(model);
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private Optional<String> need(RegisteredModel model) throws IOException {
        return switch (model.state()) {
            case SERVING -> Optional.of("It serves. Promote another, and retire this one.");
            case SHADOW -> Optional.of("It scores beside the one that serves. Retire it first.");
            case REMOVED -> Optional.of("Its bundle is removed already.");
            case CANDIDATE, RETIRED -> use(model);
        };
    }

    private Optional<String> use(RegisteredModel model) throws IOException {
        if (stable.isNewestBrought(model)) {
            return Optional.of("It came with Paddock, which trains others from it and would write it again.");
        }
        return registry.predecessor(model.kind())
                .filter(before -> before.name().equals(model.name()))
                .map(_ -> "Rolling back would return to it. Promote another first.");
    }

    private void settle(RegisteredModel model, Path draft, Throwable failed) {
        try {
            settle(model, draft);
        } catch (IOException | RuntimeException later) {
            log.warn("Whether {} is removed is settled at the next start: {}", model.name(), later.toString());
            failed.addSuppressed(later);
        }
    }

    /**
     * Puts the bundle back that was taken away, unless the model is removed all the same: that its transaction failed is not known for
     * certain where the connection broke, or the process. The draft stays where it cannot be put back.
     */
    private void settle(RegisteredModel model, Path draft) throws IOException {
        if (stable.holds(draft, model)) {
            var removed = Objects.requireNonNull(transactions.execute(_ -> {
                registry.lock(model.kind());
                return registry.find(model.name()).orElseThrow().state() == ModelState.REMOVED;
            }));
            if (!removed) {
                stable.putBack(model, draft);
            }
        }
        delete(draft);
    }

    /** What stays of it is swept away with the other drafts. */
    private static void delete(Path draft) {
        try {
            Durable.delete(draft);
        } catch (IOException e) {
            log.warn("Not all of a bundle that was removed could be deleted: {}", e.toString());
        }
    }

    /** Brings to an end what those who were killed had begun: their removals, and whatever else they were writing. */
    void sweep() throws IOException {
        var models = registry.after("", Integer.MAX_VALUE);
        for (var draft : stable.drafts()) {
            for (var model : models) {
                if (stable.holds(draft, model)) {
                    settle(model, draft);
                }
            }
        }
        stable.sweep();
    }
}
