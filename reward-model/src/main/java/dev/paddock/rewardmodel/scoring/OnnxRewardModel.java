package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.NotEnoughMemory;
import dev.paddock.rewardmodel.onnx.OnnxModel;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.onnx.RunFailed;
import dev.paddock.rewardmodel.onnx.Tokenizer;
import dev.paddock.rewardmodel.onnx.TooLarge;
import dev.paddock.rewardmodel.scoring.features.FeatureSet;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A bundle that was opened. */
final class OnnxRewardModel implements RewardModel {

    private final ModelCard card;
    private final String id;
    private final OnnxModel onnx;
    private final Tokenizer tokenizer;
    private final Layout layout;
    private final long pad;
    private final @Nullable FeatureSet features;
    private final Batching batching;
    private final int cores = Runtime.getRuntime().availableProcessors();
    private final Turnstile turnstile = new Turnstile(cores);

    OnnxRewardModel(ModelCard card, String id, OnnxModel onnx, Tokenizer tokenizer) {
        this(card, id, onnx, tokenizer, new Batching(BatchPolicy.of(onnx.provider(), card.batchInvariant())));
    }

    OnnxRewardModel(ModelCard card, String id, OnnxModel onnx, Tokenizer tokenizer, Batching batching) {
        this.card = card;
        this.id = id;
        this.onnx = onnx;
        this.tokenizer = tokenizer;
        this.layout = new Layout(tokenizer, card.template(), card.truncation());
        this.pad = layout.pad();
        this.features = card.features() == null ? null : FeatureSet.version(card.features());
        this.batching = batching;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Provider provider() {
        return onnx.provider();
    }

    @Override
    public Score score(List<Message> conversation) {
        NotScorable.unlessScorable(conversation);
        return turnstile.through(() -> run(List.of(prepare(conversation))).getFirst());
    }

    @Override
    public List<Score> scoreAll(List<List<Message>> conversations) {
        conversations.forEach(NotScorable::unlessScorable);
        var prepared = Lanes.map(cores, conversations, conversation -> turnstile.through(() -> prepare(conversation)));
        var batches = batching.batches(
                prepared.stream().map(p -> p.sequence().length()).toList());
        var scored = Lanes.map(
                cores,
                batches,
                batch -> turnstile.through(
                        () -> run(batch.stream().map(prepared::get).toList())));
        var scores = new Score[prepared.size()];
        for (var i = 0; i < batches.size(); i++) {
            for (var j = 0; j < batches.get(i).size(); j++) {
                scores[batches.get(i).get(j)] = scored.get(i).get(j);
            }
        }
        return Arrays.asList(scores);
    }

    /** Scores all in one batch, whatever is usual for this model and machine. */
    List<Score> together(List<List<Message>> conversations) {
        return turnstile.through(
                () -> run(conversations.stream().map(this::prepare).toList()));
    }

    private Prepared prepare(List<Message> conversation) {
        var started = System.nanoTime();
        var sequence = layout.of(conversation);
        var values = features == null ? new float[0] : features.of(conversation);
        return new Prepared(conversation, sequence, values, (System.nanoTime() - started) / 1000);
    }

    /** What does not fit into the memory at once is scored in two halves; so is what the graph breaks on, until it is known on which text. */
    private List<Score> run(List<Prepared> prepared) {
        try {
            return runAtOnce(prepared);
        } catch (TooLarge e) {
            if (prepared.size() == 1) {
                throw e.over(prepared.getFirst().conversation());
            }
            if (!(e instanceof NotEnoughMemory notEnough)) {
                throw e;
            }
            batching.didNotFit(paddedTokens(prepared), notEnough);
            return inHalves(prepared);
        } catch (RunFailed e) {
            if (prepared.size() == 1) {
                throw blamed(prepared.getFirst(), e);
            }
            return inHalves(prepared);
        }
    }

    private List<Score> inHalves(List<Prepared> prepared) {
        var middle = prepared.size() / 2;
        var first = run(prepared.subList(0, middle));
        var second = run(prepared.subList(middle, prepared.size()));
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** It is the text's own, a text of more tokens than the graph has positions for, where the graph still takes another one. */
    private RuntimeException blamed(Prepared text, RunFailed broke) {
        try {
            runAtOnce(List.of(prepare(card.golden().getFirst().messages())));
        } catch (RuntimeException itself) {
            return broke;
        }
        return new NotScorable("The graph breaks on it: " + broke.getMessage(), text.conversation());
    }

    private static int paddedTokens(List<Prepared> prepared) {
        return prepared.size()
                * prepared.stream().mapToInt(p -> p.sequence().length()).max().orElseThrow();
    }

    private List<Score> runAtOnce(List<Prepared> prepared) {
        var started = System.nanoTime();
        var batch = new Batch(
                prepared.stream().map(Prepared::sequence).toList(),
                prepared.stream().map(Prepared::features).toList(),
                pad);
        var output = onnx.run(batch.inputs(onnx.inputs()), Set.of(card.output()));
        var rewards = Objects.requireNonNull(output.get(card.output()));
        if (rewards.length != prepared.size()) {
            throw new RunFailed(
                    "The model gave " + rewards.length + " numbers for " + prepared.size() + " conversations");
        }
        for (var i = 0; i < rewards.length; i++) {
            if (!Float.isFinite(rewards[i])) {
                var conversation = prepared.get(i).conversation();
                throw new NotScorable("The model gives it " + rewards[i] + ", which is no score.", conversation);
            }
        }
        var micros = (System.nanoTime() - started) / 1000 / prepared.size();
        return IntStream.range(0, prepared.size())
                .mapToObj(i -> prepared.get(i).scored(rewards[i], onnx.provider(), card.precision(), micros))
                .toList();
    }

    @Override
    public void close() {
        turnstile.shut(() -> {
            onnx.close();
            tokenizer.close();
        });
    }

    private record Prepared(List<Message> conversation, Sequence sequence, float[] features, long micros) {

        Score scored(double value, Provider provider, Precision precision, long microsInference) {
            return new Score(value, provider, precision, sequence.length(), micros, microsInference);
        }
    }
}
