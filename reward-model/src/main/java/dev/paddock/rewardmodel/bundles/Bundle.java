package dev.paddock.rewardmodel.bundles;

import dev.paddock.rewardmodel.FileTrouble;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.inference.OnnxRewardModel;
import dev.paddock.rewardmodel.inference.RemoteRewardModel;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.ModelUnreadable;
import dev.paddock.rewardmodel.onnx.NotEnoughMemory;
import dev.paddock.rewardmodel.onnx.OnnxModel;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.onnx.ProviderUnavailable;
import dev.paddock.rewardmodel.onnx.Tokenizer;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.remote.Servers;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.ModelCard.Golden;
import dev.paddock.rewardmodel.scoring.Precision;
import dev.paddock.rewardmodel.scoring.RewardModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reward model as files: a folder with {@code reward-model.json} ({@link ModelCard}), {@code model.onnx} unless it runs on a server,
 * {@code tokenizer.json} and {@code card.md}. A bundle never changes; a new model is a new folder.
 */
public final class Bundle {

    /** What the bundle says of itself in Markdown. */
    public static final String FOR_PEOPLE = "card.md";

    /** In bytes. */
    public static final int MOST_FOR_PEOPLE = 1 << 20;

    static final String CARD = "reward-model.json";
    static final String MODEL = "model.onnx";
    static final String TOKENIZER = "tokenizer.json";
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final int MOST_OF_THE_CARD = 1 << 20;
    private static final int MOST_GOLDEN = 100;

    private final Path folder;

    private Bundle(Path folder) {
        this.folder = folder;
    }

    /**
     * Checks and opens a bundle: the hashes of its files, the graph's inputs and output, the golden scores,
     * and that it takes a conversation as long as its card allows.
     *
     * @throws BundleRefused where any of that is wrong, with the reason
     * @throws dev.paddock.rewardmodel.onnx.ProviderUnavailable where a required execution provider does not work here
     */
    public static RewardModel open(Path folder, ExecutionProviders providers) {
        return open(folder, providers, Servers.NONE);
    }

    /** @param servers those that a model may run on instead of here */
    public static RewardModel open(Path folder, ExecutionProviders providers, Servers servers) {
        return open(folder, providers, servers, GoldenCheck::checkedAsNew);
    }

    /** The same for a bundle that is not to be registered: a conversation as long as its card allows is not tried, which may take a minute. */
    public static RewardModel openUntried(Path folder, ExecutionProviders providers, Servers servers) {
        return open(folder, providers, servers, GoldenCheck::checked);
    }

    private static RewardModel open(
            Path folder,
            ExecutionProviders providers,
            Servers servers,
            BiFunction<GoldenCheck, RewardModel, RewardModel> check) {
        try {
            return new Bundle(folder).checked(providers, servers, check);
        } catch (BundleRefused | ProviderUnavailable told) {
            throw told;
        } catch (ModelUnreadable | IllegalArgumentException | ServerAway reason) {
            throw new BundleRefused(folder, String.valueOf(reason.getMessage()), reason);
        } catch (RuntimeException unforeseen) {
            throw new BundleRefused(folder, "it cannot be opened: " + unforeseen, unforeseen);
        }
    }

    private RewardModel checked(
            ExecutionProviders providers, Servers servers, BiFunction<GoldenCheck, RewardModel, RewardModel> check) {
        var json = read(CARD);
        var card = card(json);
        checkContract(card);
        new FileCheck(folder, card).check();
        var golden = new GoldenCheck(folder, card);
        var model = open(card, Sha256.of(json), providers, servers);
        try {
            return check.apply(golden, model);
        } catch (BundleRefused refused) {
            // A GPU may have had room for the weights alone: sessions take what they need for a run at the first one.
            if (model.provider() == Provider.CUDA && refused.getCause() instanceof NotEnoughMemory reason) {
                return providers.insteadOf(
                        Provider.CUDA, reason, cpu -> check.apply(golden, open(card, model.id(), cpu, servers)));
            }
            throw refused;
        }
    }

    /**
     * The same for a bundle that is known already.
     *
     * @param id that {@link RewardModel#id()} must be
     */
    public static RewardModel open(Path folder, String id, ExecutionProviders providers, Servers servers) {
        var found = id(folder);
        if (!found.equals(id)) {
            throw new BundleRefused(
                    folder, "it is another model than the one registered: its id is " + found + " instead of " + id);
        }
        return openUntried(folder, providers, servers);
    }

    /** What {@link RewardModel#id()} of the bundle will be. */
    public static String id(Path folder) {
        return Sha256.of(new Bundle(folder).read(CARD));
    }

    private byte[] read(String file) {
        try {
            if (Files.size(folder.resolve(file)) > MOST_OF_THE_CARD) {
                throw new BundleRefused(folder, "its " + file + " is larger than " + MOST_OF_THE_CARD + " bytes");
            }
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new BundleRefused(folder, "its " + file + " cannot be read (" + FileTrouble.words(e) + ")", e);
        }
    }

    private ModelCard card(byte[] json) {
        try {
            var card = JSON.readValue(json, ModelCard.class);
            if (card == null) {
                throw new BundleRefused(folder, CARD + " does not follow the contract: it is no object");
            }
            return card;
        } catch (JacksonException e) {
            throw new BundleRefused(folder, CARD + " does not follow the contract: " + CardFault.words(e), e);
        }
    }

    private void checkContract(ModelCard card) {
        if (card.contract() != ModelCard.CONTRACT) {
            throw new BundleRefused(
                    folder, "it follows contract " + card.contract() + "; this build reads " + ModelCard.CONTRACT);
        }
        if (card.precision() == Precision.INT8 && card.batchInvariant()) {
            throw new BundleRefused(folder, "an int8 model is never batch-invariant, but its card says so");
        }
        if (card.golden().isEmpty()) {
            throw new BundleRefused(folder, "it has no golden scores to check it by");
        }
        if (!(card.goldenTolerance() > 0)) {
            throw new BundleRefused(
                    folder, "its goldenTolerance is " + card.goldenTolerance() + "; it must be greater than 0");
        }
        if (card.golden().size() > MOST_GOLDEN) {
            throw new BundleRefused(folder, "it has more than " + MOST_GOLDEN + " golden scores");
        }
        if (!(card.goldenTolerance() <= Golden.mostTolerance(card.golden()))) {
            throw new BundleRefused(
                    folder,
                    "its goldenTolerance is " + card.goldenTolerance()
                            + "; at most 1, or a tenth of the widest golden score, tells models apart");
        }
    }

    private RewardModel open(ModelCard card, String id, ExecutionProviders providers, Servers servers) {
        Tokenizer tokenizer = null;
        OnnxModel onnx = null;
        try {
            tokenizer = Tokenizer.open(folder.resolve(TOKENIZER));
            if (card.remote() != null) {
                return RemoteRewardModel.open(card, card.remote(), id, tokenizer, servers);
            }
            onnx = providers.open(folder.resolve(MODEL));
            new GraphCheck(folder, card).check(onnx);
            return new OnnxRewardModel(card, id, onnx, tokenizer);
        } catch (RuntimeException | Error e) {
            closeAll(onnx, tokenizer);
            throw e;
        }
    }

    private static void closeAll(@Nullable OnnxModel onnx, @Nullable Tokenizer tokenizer) {
        if (onnx != null) {
            onnx.close();
        }
        if (tokenizer != null) {
            tokenizer.close();
        }
    }
}
