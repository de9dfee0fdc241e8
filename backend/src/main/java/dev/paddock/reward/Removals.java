package dev.paddock.reward;

import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.rewardmodel.Durable;
import dev.paddock.shared.Conflict;
import java.io.IOException;
import java.nio.file.Path;
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
     * @throws Conflict with the reason, where the model is in use, rolling back would return to it, or it came with Paddock
     */
    public void remove(Caller caller, String name) {
        Permissions.requireLead(caller);
        var model = registry.find(name).orElseThrow(Permissions::missing);
        try {
            var draft = stable.draft();
            try {
                remove(caller, model, draft);
            } finally {
                delete(draft);
            }
        } catch (IOException e) {
            throw new NotRemoved(e);
        }
    }

    /** What stays of it is swept away with the other drafts. */
    private static void delete(Path draft) {
        try {
            Durable.delete(draft);
        } catch (IOException e) {
            log.warn("Not all of a bundle that was removed could be deleted: {}", e.toString());
        }
    }

    /** The folder is out of its place before anybody is told, so that the same bundle, registered again, is not taken for it. */
    private void remove(Caller caller, RegisteredModel model, Path draft) throws IOException {
        var taken = new boolean[1];
        try {
            transactions.executeWithoutResult(_ -> {
                registry.lock(model.kind());
                var known = registry.find(model.name()).orElseThrow(Permissions::missing);
                requireNeedless(known);
                registry.move(known.name(), ModelState.REMOVED);
                audit.record(
                        caller,
                        "reward-model-removed",
                        known.name(),
                        "was " + known.state().word() + "; " + known.sha256());
                taken[0] = takenAway(known, draft);
            });
        } catch (RuntimeException refused) {
            if (taken[0]) {
                stable.putBack(model, draft);
            }
            throw refused;
        }
    }

    private boolean takenAway(RegisteredModel model, Path draft) {
        try {
            return stable.takeAway(model, draft);
        } catch (IOException e) {
            throw new NotRemoved(e);
        }
    }

    private void requireNeedless(RegisteredModel model) {
        switch (model.state()) {
            case SERVING -> throw new Conflict("It serves. Promote another, and retire this one.");
            case SHADOW -> throw new Conflict("It scores beside the one that serves. Retire it first.");
            case REMOVED -> throw new Conflict("Its bundle is removed already.");
            case CANDIDATE, RETIRED -> {}
        }
        if (stable.isBrought(model)) {
            throw new Conflict("It came with Paddock, which trains others from it and would write it again.");
        }
        if (registry.predecessor(model.kind())
                .filter(before -> before.name().equals(model.name()))
                .isPresent()) {
            throw new Conflict("Rolling back would return to it. Promote another first.");
        }
    }
}
