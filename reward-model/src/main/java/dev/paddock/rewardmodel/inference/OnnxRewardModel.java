package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.OnnxModel;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.onnx.Tokenizer;
import dev.paddock.rewardmodel.scoring.Layout;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import dev.paddock.rewardmodel.scoring.features.FeatureSet;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that was opened. Where batches gain nothing, each text is run by itself, as many at once as there are cores; where they do, only
 * preparing the texts is done so, and the {@link Dispatcher} runs them.
 */
public final class OnnxRewardModel implements RewardModel {

    private final ModelCard card;
    private final String id;
    private final OnnxModel onnx;
    private final Tokenizer tokenizer;
    private final Layout layout;
    private final @Nullable FeatureSet features;
    private final GraphRuns runs;
    private final Inference inference;
    private final Batching batching;
    private final int cores = Runtime.getRuntime().availableProcessors();
    private final Turnstile turnstile = new Turnstile(cores);
    private final @Nullable Dispatcher dispatcher;

    public OnnxRewardModel(ModelCard card, String id, OnnxModel onnx, Tokenizer tokenizer) {
        this(card, id, onnx, tokenizer, new Batching(BatchPolicy.of(onnx.provider(), card.batchInvariant())));
    }

    public OnnxRewardModel(ModelCard card, String id, OnnxModel onnx, Tokenizer tokenizer, Batching batching) {
        this.card = card;
        this.id = id;
        this.onnx = onnx;
        this.tokenizer = tokenizer;
        this.layout = new Layout(tokenizer, card.template(), card.truncation());
        this.features = card.features() == null ? null : FeatureSet.version(card.features());
        this.runs = new GraphRuns(card, onnx, layout.pad());
        this.batching = batching;
        this.inference = inference(runs);
        this.dispatcher = batching.isOn() ? new Dispatcher(card.name(), batching, inference::run) : null;
    }

    private Inference inference(GraphRuns runs) {
        return new Inference(
                runs::atOnce, batching, () -> prepare(card.golden().getFirst().messages(), System.nanoTime()));
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
    public boolean batches() {
        return dispatcher != null;
    }

    @Override
    public Score score(List<Message> conversation) {
        var asked = System.nanoTime();
        NotScorable.unlessScorable(conversation);
        if (dispatcher == null) {
            return turnstile.through(() -> alone(prepare(conversation, asked)));
        }
        var prepared = turnstile.through(() -> prepare(conversation, asked));
        return dispatcher.scores(List.of(prepared)).getFirst();
    }

    @Override
    public List<Score> scoreAll(List<List<Message>> conversations) {
        var asked = System.nanoTime();
        conversations.forEach(NotScorable::unlessScorable);
        var prepared =
                Lanes.map(cores, conversations, conversation -> turnstile.through(() -> prepare(conversation, asked)));
        return dispatcher == null
                ? Lanes.map(cores, prepared, each -> turnstile.through(() -> alone(each)))
                : dispatcher.scores(prepared);
    }

    private Score alone(Prepared text) {
        return inference.run(List.of(text)).getFirst().orThrow();
    }

    /** Scores it by itself. @throws dev.paddock.rewardmodel.onnx.RanTooLong after that time at the latest */
    public Score scoreWithin(Duration longest, List<Message> conversation) {
        var asked = System.nanoTime();
        var hurried = inference(new GraphRuns(card, onnx.within(longest), layout.pad()));
        return turnstile.through(() ->
                hurried.run(List.of(prepare(conversation, asked))).getFirst().orThrow());
    }

    /**
     * Scores all in one batch, whatever is usual for this model and machine; what fails so is not tried in smaller ones.
     *
     * @throws dev.paddock.rewardmodel.onnx.TooLarge where the memory or the time is not enough for it
     * @throws dev.paddock.rewardmodel.onnx.RunFailed where the graph breaks on it
     */
    public List<Score> together(List<List<Message>> conversations) {
        var asked = System.nanoTime();
        return turnstile.through(() -> {
            var prepared =
                    conversations.stream().map(each -> prepare(each, asked)).toList();
            return runs.atOnce(prepared).stream().map(Outcome::orThrow).toList();
        });
    }

    private Prepared prepare(List<Message> conversation, long asked) {
        var started = System.nanoTime();
        var sequence = layout.of(conversation);
        var values = features == null ? new float[0] : features.of(conversation);
        return new Prepared(conversation, sequence, values, asked, (System.nanoTime() - started) / 1000);
    }

    @Override
    public void close() {
        turnstile.shut(() -> {
            if (dispatcher != null) {
                dispatcher.close();
            }
            onnx.close();
            tokenizer.close();
        });
    }
}
