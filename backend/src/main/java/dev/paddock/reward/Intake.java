package dev.paddock.reward;

import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.rewardmodel.Durable;
import dev.paddock.rewardmodel.ModelLoading;
import dev.paddock.rewardmodel.bundles.BundleArchive;
import dev.paddock.rewardmodel.bundles.BundleRefused;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in bundles, those that were made elsewhere and those that were made here. What is wrong with one keeps nothing from running, and
 * nothing of it stays.
 */
@Service
public class Intake {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");

    private final Stable stable;
    private final Registry registry;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final RewardSettings settings;
    private final Clock clock;

    Intake(
            Stable stable,
            Registry registry,
            Audit audit,
            TransactionTemplate transactions,
            RewardSettings settings,
            Clock clock) {
        this.stable = stable;
        this.registry = registry;
        this.audit = audit;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Registers a bundle as a candidate.
     *
     * @param zip the files of a bundle
     * @throws InvalidInput where it is none, or none that runs here, with the reason
     * @throws Conflict where this very bundle is registered already
     */
    public RegisteredModel register(Caller caller, InputStream zip) {
        Permissions.requireLead(caller);
        try {
            var draft = stable.draft();
            try {
                new BundleArchive(settings.largestBundle().toBytes()).unpack(zip, draft);
                var model = describe(draft);
                keep(caller.person(), draft, model, () -> {});
                return model;
            } finally {
                Durable.delete(draft);
            }
        } catch (BundleRefused refused) {
            throw new InvalidInput("bundle", "is refused: " + refused.reason());
        } catch (IOException e) {
            throw new NotKept(e);
        }
    }

    /**
     * @param by null for Paddock itself
     * @param draft a bundle's folder, which is moved into its place
     * @param together what is to be saved with the registration or not at all
     */
    void keep(@Nullable UUID by, Path draft, RegisteredModel model, Runnable together) {
        try {
            transactions.executeWithoutResult(_ -> {
                registry.lock(model.kind());
                if (!registry.add(model)) {
                    throw new Conflict("This very bundle is registered already, as " + model.name() + ".");
                }
                move(draft, stable.path(model));
                audit.record(by, "reward-model-registered", model.name(), model.sha256());
                together.run();
            });
        } catch (RuntimeException | Error failed) {
            deleteUnlessRegistered(model, failed);
            throw failed;
        }
    }

    /** In the place of what somebody left who moved it and did not get to registering it. */
    private static void move(Path draft, Path folder) {
        try {
            Durable.delete(folder);
            Durable.move(draft, folder);
        } catch (IOException e) {
            throw new NotKept(e);
        }
    }

    /** Somebody else may have registered it, or the transaction got through although the connection broke: whoever has the lock knows. */
    private void deleteUnlessRegistered(RegisteredModel model, Throwable failed) {
        try {
            transactions.executeWithoutResult(_ -> {
                registry.lock(model.kind());
                if (!isRegistered(model)) {
                    delete(stable.path(model));
                }
            });
        } catch (RuntimeException unknown) {
            failed.addSuppressed(unknown);
        }
    }

    private static void delete(Path folder) {
        try {
            Durable.delete(folder);
        } catch (IOException e) {
            throw new NotKept(e);
        }
    }

    private boolean isRegistered(RegisteredModel model) {
        return registry.find(model.name())
                .filter(known -> known.state() != ModelState.REMOVED)
                .isPresent();
    }

    /** What the bundle in this folder will be registered as. @throws InvalidInput where it is none that runs here */
    RegisteredModel describe(Path draft) {
        return described(draft, ModelLoading::aside);
    }

    /** The same for one that was made here: it opens at once, and need not wait for those that people send. */
    RegisteredModel describeOwn(Path draft) {
        return described(draft, ModelLoading::now);
    }

    private interface Opening {

        RewardModel of(Callable<RewardModel> bundle) throws IOException;
    }

    private RegisteredModel described(Path draft, Opening opening) {
        try (var opened = opened(draft, opening)) {
            var card = opened.card();
            var named = card.name() + "-" + card.version();
            if (!NAME.matcher(named).matches()) {
                throw new InvalidInput(
                        "bundle",
                        "is refused: its name and version must be lower-case letters, digits, dots and hyphens, 59 at most together,"
                                + " not '" + named + "'");
            }
            var name = card.kind().label() + "-" + named + "-" + opened.id().substring(0, 8);
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return new RegisteredModel(name, card.kind(), ModelState.CANDIDATE, Stable.OWN + name, opened.id(), now);
        }
    }

    private RewardModel opened(Path draft, Opening opening) {
        try {
            return opening.of(() -> stable.open(draft));
        } catch (BundleRefused | CancellationException itself) {
            throw itself;
        } catch (IOException | RuntimeException e) {
            throw new InvalidInput("bundle", "cannot be opened here: " + e.getMessage());
        }
    }
}
