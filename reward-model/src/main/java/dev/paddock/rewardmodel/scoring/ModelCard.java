package dev.paddock.rewardmodel.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.remote.Dialect;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle's {@code reward-model.json} says: the contract between whoever trained a model and whoever runs it.
 *
 * @param contract version of this contract, {@value #CONTRACT}
 * @param base the encoder the model was built on; for information, null where nobody said so
 * @param blocks which pooled vectors the head reads; for information, null where the head is no separate one
 * @param template how a conversation becomes text and tokens
 * @param features version of the feature set fed as input {@code features}; null where the graph has no such input
 * @param inputs names of the graph's inputs
 * @param output name of the graph's output, of shape [batch] or [batch, 1]: one number a conversation
 * @param batchInvariant whether a score is independent of what else is in the batch; never true for int8
 * @param whitening mean and deviation of the scores on the training answers; null where nobody measured them
 * @param training what it was trained on; null where that is not known
 * @param heldOut how good it was on pairs it had not seen; empty where nobody measured that
 * @param golden conversations with the scores the trainer saw
 * @param goldenTolerance how far a score may lie from its golden one on another machine
 * @param parent id of the model this one was trained from
 * @param files SHA-256 in hex of every other file of the bundle
 * @param remote the server that the model runs on, and then there is no graph; null where it is in the bundle
 */
public record ModelCard(
        int contract,
        ModelKind kind,
        String name,
        String version,
        @Nullable Base base,
        @Nullable List<Block> blocks,
        Template template,
        Truncation truncation,
        @Nullable String features,
        List<String> inputs,
        String output,
        Precision precision,
        boolean batchInvariant,
        @Nullable Whitening whitening,
        @Nullable Training training,
        List<HeldOut> heldOut,
        List<Golden> golden,
        double goldenTolerance,
        @Nullable String parent,
        Map<String, String> files,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Remote remote) {

    public static final int CONTRACT = 1;

    public ModelCard {
        said(kind, "kind");
        said(name, "name");
        said(version, "version");
        said(template, "template");
        said(truncation, "truncation");
        if (remote == null) {
            inputs = whole(inputs, "inputs");
            said(output, "output");
        } else {
            inputs = List.of();
            output = "";
        }
        said(precision, "precision");
        golden = whole(golden, "golden");
        blocks = blocks == null ? null : whole(blocks, "blocks");
        heldOut = heldOut == null ? List.of() : whole(heldOut, "heldOut");
        // In one order wherever it is written: the SHA-256 of the text is the model's id.
        files = files == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(files));
        files.forEach((file, hash) -> said(hash, "files." + file));
    }

    static void said(@Nullable Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
    }

    private static <T> List<T> whole(@Nullable List<T> values, String field) {
        if (values == null) {
            throw new IllegalArgumentException("'" + field + "' is missing");
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("'" + field + "' holds a null");
        }
        return List.copyOf(values);
    }

    /** The same kind of model, on the same encoder and of the same shape, with other weights. */
    public ModelCard trained(
            String newName,
            String newVersion,
            Whitening newWhitening,
            Training newTraining,
            List<HeldOut> newHeldOut,
            List<Golden> newGolden,
            double newTolerance,
            String from) {
        return new ModelCard(
                contract,
                kind,
                newName,
                newVersion,
                base,
                blocks,
                template,
                truncation,
                features,
                inputs,
                output,
                precision,
                batchInvariant,
                newWhitening,
                newTraining,
                newHeldOut,
                newGolden,
                newTolerance,
                from,
                Map.of(),
                remote);
    }

    public ModelCard withFiles(Map<String, String> hashes) {
        return new ModelCard(
                contract,
                kind,
                name,
                version,
                base,
                blocks,
                template,
                truncation,
                features,
                inputs,
                output,
                precision,
                batchInvariant,
                whitening,
                training,
                heldOut,
                golden,
                goldenTolerance,
                parent,
                hashes,
                remote);
    }

    /** @param sha256 of the encoder's ONNX file before it was cut and joined with the head */
    public record Base(String name, String licence, String sha256) {}

    /** How a conversation is written out before it is cut into tokens; the field {@code shape} says which of these it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Segments.class, name = "segments"),
        @JsonSubTypes.Type(value = Chat.class, name = "chat"),
        @JsonSubTypes.Type(value = Turns.class, name = "turns"),
        @JsonSubTypes.Type(value = Messages.class, name = "messages")
    })
    public sealed interface Template permits Segments, Chat, Turns, Messages {}

    /** How many tokens are kept: of the prompt its last, of the answer its first. Tokens at the start and the end are not counted. */
    public record Truncation(int promptTail, int answerHead) {

        public Truncation {
            if (promptTail < 1 || answerHead < 1) {
                throw new IllegalArgumentException("'truncation' leaves nothing of the prompt or the answer");
            }
        }
    }

    public record Whitening(double mean, double deviation) {}

    /**
     * @param data SHA-256 in hex of each file trained on, by name
     * @param provenance null where it was not trained on an installation's own comparisons, or nobody said how
     */
    public record Training(
            Map<String, String> data,
            int pairs,
            double l2,
            String command,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Provenance provenance) {}

    /**
     * What a model is made of that was trained on an installation's own comparisons.
     *
     * @param campaigns the ids of those that the comparisons are from; none where they are from a file
     * @param margin of the ranking loss, in a word; null where each comparison brought its own
     * @param safetyWeight what the safety loss counted beside the ranking loss
     * @param ownPairs how many of the pairs are these comparisons
     * @param seedPairs how many are from elsewhere
     * @param asOf when its comparisons were chosen: what was said later is not among them
     * @param against the model that it was measured against
     */
    public record Provenance(
            List<String> campaigns,
            @Nullable String margin,
            double safetyWeight,
            int ownPairs,
            int seedPairs,
            Instant asOf,
            Measured against) {}

    /** @param id null where it is not known here */
    public record Measured(String model, @Nullable String id) {}

    /** Accuracy in percent on pairs that the model that was measured had not seen. */
    public record HeldOut(String set, int pairs, double accuracy, double standardError, double lengthOnly) {}

    /**
     * @param dialect what the server speaks
     * @param server its name among the model servers that the owner added: its address and key are theirs to change
     * @param model its name on the server
     */
    public record Remote(Dialect dialect, String server, String model) {

        public Remote {
            said(dialect, "remote.dialect");
            said(server, "remote.server");
            said(model, "remote.model");
        }
    }

    public record Golden(List<Message> messages, double score) {

        public Golden {
            messages = whole(messages, "golden.messages");
            for (var message : messages) {
                said(message.role(), "golden.messages.role");
                said(message.content(), "golden.messages.content");
            }
        }

        /** How wide {@link ModelCard#goldenTolerance()} may be and still tell one model from another. */
        public static double mostTolerance(List<Golden> golden) {
            var widest =
                    golden.stream().mapToDouble(each -> Math.abs(each.score())).max();
            return Math.max(1, widest.orElse(0) / 10);
        }
    }
}
