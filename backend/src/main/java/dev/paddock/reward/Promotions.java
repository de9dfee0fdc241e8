package dev.paddock.reward;

import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.rewardmodel.ModelLoading;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Texts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Which reward model serves, decided by leads. Scores that were given stay as they are, with the name of the model that gave them. */
@Service
public class Promotions {

    private static final int LONGEST_REASON = 500;
    private static final String PROMOTED = "reward-model-promoted";

    private final List<PromotionCheck> checks;
    private final Registry registry;
    private final Backlog backlog;
    private final Stable stable;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    Promotions(
            List<PromotionCheck> checks,
            Registry registry,
            Backlog backlog,
            Stable stable,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.checks = checks;
        this.registry = registry;
        this.backlog = backlog;
        this.stable = stable;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Has a model serve in the place of the one that does, which is retired. It is opened and checked here before anything changes; when
     * this returns it serves here, and other processes go over to it once they have opened it as well.
     *
     * @param reason why it is to serve though it was found worse, or too little is known of it; empty where it passes
     * @throws FoundWorse where it was found worse than the one that serves; then everything stays as it is
     * @throws NotMeasured where too little says whether it is; likewise
     * @throws InvalidInput where the reason has more than 500 characters, some that cannot be kept, or none that can be seen
     * @throws Conflict where it cannot be opened
     */
    public void promote(Caller caller, String name, String reason) {
        var successor = require(caller, name);
        var why = legible(reason.strip());
        if (why.isEmpty()) {
            takeOver(caller, successor, PROMOTED, this::passed);
        } else {
            var told = allTheSame(successor, why);
            takeOver(caller, successor, PROMOTED, _ -> told);
        }
    }

    /** What a promotion without a reason would go by now; it may be a minute old. */
    public Finding finding(Caller caller, String name) {
        return lately(require(caller, name));
    }

    private Finding lately(RegisteredModel candidate) {
        var serving = serving(candidate.kind());
        return Finding.of(
                checks.stream().map(check -> check.lately(candidate, serving)).toList());
    }

    private static String legible(String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "is longer than " + LONGEST_REASON + " characters");
        }
        Texts.require("reason", reason);
        if (!reason.isEmpty() && !Texts.isVisible(reason)) {
            throw new InvalidInput("reason", "must have something in it that can be seen; leave it out to give none");
        }
        return reason;
    }

    /** The figures that it passes by. */
    private String passed(RegisteredModel candidate) {
        var serving = serving(candidate.kind());
        var finding = Finding.of(
                checks.stream().map(check -> check.finding(candidate, serving)).toList());
        if (finding.against() != null) {
            throw finding.against();
        }
        return finding.figures();
    }

    /** Before the lock, which a rollback may be waiting for: whoever gives a reason wants another model now. */
    private String allTheSame(RegisteredModel candidate, String reason) {
        var figures = lately(candidate).figures();
        return figures.isEmpty() ? reason : reason + "; " + figures;
    }

    private String serving(ModelKind kind) {
        return registry.serving(kind).map(RegisteredModel::name).orElse("");
    }

    /**
     * Has the model serve again that did before the one that does.
     *
     * @throws Conflict where there is none, or another one went into service meanwhile
     */
    public void rollBack(Caller caller, ModelKind kind) {
        Permissions.requireLead(caller);
        var unwanted = serving(kind);
        var predecessor = registry.predecessor(kind)
                .orElseThrow(() -> new Conflict("No " + kind.label() + " reward model served before this one."));
        takeOver(caller, predecessor, "reward-model-rolled-back", _ -> {
            requireUnchanged(kind, unwanted, predecessor.name());
            return "took " + unwanted + " out of service";
        });
    }

    /** While the former one was opened, somebody else may have decided, which nobody meant to undo. */
    private void requireUnchanged(ModelKind kind, String unwanted, String predecessor) {
        var before = registry.predecessor(kind).map(RegisteredModel::name).orElse("");
        if (!serving(kind).equals(unwanted) || !before.equals(predecessor)) {
            throw new Conflict(serving(kind) + " serves by now, so nothing was changed. Look again.");
        }
    }

    /** @param check gives what is to be kept in the log of it */
    private void takeOver(
            Caller caller, RegisteredModel successor, String action, Function<RegisteredModel, String> check) {
        change(caller, successor, action, opened(successor), model -> {
            var told = check.apply(model);
            if (model.state() != ModelState.SERVING) {
                registry.takeOver(model, caller.person());
            }
            backlog.tryAgain(model.name());
            return told;
        });
    }

    private OpenModel opened(RegisteredModel model) {
        requireBundle(model);
        try {
            return new OpenModel(model.name(), ModelLoading.now(() -> stable.open(model)));
        } catch (CancellationException dropped) {
            throw dropped;
        } catch (IOException | RuntimeException refused) {
            throw new Conflict("It cannot be opened here, so nothing was changed: " + refused.getMessage());
        }
    }

    /** Has a model score beside the one that serves. */
    public void shadow(Caller caller, String name) {
        var model = require(caller, name);
        change(caller, model, "reward-model-shadowing", opened(model), known -> {
            refuseServing(known, "It serves already; a shadow is for one that does not.");
            registry.move(known.name(), ModelState.SHADOW);
            backlog.tryAgain(known.name());
            return "";
        });
    }

    /** Takes a model out of use; it can be promoted again. */
    public void retire(Caller caller, String name) {
        change(caller, require(caller, name), "reward-model-retired", null, known -> {
            refuseServing(known, "It serves. Promote another, and this one is retired.");
            registry.move(known.name(), ModelState.RETIRED);
            return "";
        });
    }

    private static void requireBundle(RegisteredModel model) {
        if (model.state() == ModelState.REMOVED) {
            throw new Conflict("Its bundle was removed. Register it again to use it.");
        }
    }

    private static void refuseServing(RegisteredModel model, String why) {
        if (model.state() == ModelState.SERVING) {
            throw new Conflict(why);
        }
    }

    /**
     * @param opened the model, let go where nothing is changed
     * @param step gives what is to be kept in the log of it
     */
    private void change(
            Caller caller,
            RegisteredModel model,
            String action,
            @Nullable OpenModel opened,
            Function<RegisteredModel, String> step) {
        try {
            transactions.executeWithoutResult(_ -> {
                registry.lock(model.kind());
                var known = registry.find(model.name()).orElseThrow(Permissions::missing);
                requireBundle(known);
                var told = step.apply(known);
                audit.record(
                        caller,
                        action,
                        known.name(),
                        "was " + known.state().word() + (told.isEmpty() ? "" : "; " + told));
                events.publishEvent(new ModelsChanged(opened));
            });
            ModelLoading.await();
        } catch (RuntimeException refused) {
            if (opened != null) {
                opened.letGo();
            }
            throw refused;
        }
    }

    private RegisteredModel require(Caller caller, String name) {
        Permissions.requireLead(caller);
        return registry.find(name).orElseThrow(Permissions::missing);
    }
}
