package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.onnx.Tokenizer;
import dev.paddock.rewardmodel.remote.Asked;
import dev.paddock.rewardmodel.remote.Dialect;
import dev.paddock.rewardmodel.remote.Era;
import dev.paddock.rewardmodel.remote.NotScored;
import dev.paddock.rewardmodel.remote.RemoteScorer;
import dev.paddock.rewardmodel.remote.Servers;
import dev.paddock.rewardmodel.scoring.Layout;
import dev.paddock.rewardmodel.scoring.Messages;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.ModelCard.Remote;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.Precision;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A bundle whose model runs on a server. What the server reads is decided here as far as it lets us: tokens for vLLM, a text for Text
 * Embeddings Inference, and the messages where the card leaves the template to the server.
 */
public final class RemoteRewardModel implements RewardModel {

    /** Conversations in one question; Text Embeddings Inference takes 32 as it comes. */
    private static final int AT_ONCE = 16;

    private final ModelCard card;
    private final String id;
    private final Tokenizer tokenizer;
    private final Layout layout;
    private final Dialect dialect;
    private final RemoteScorer scorer;
    private final Turnstile turnstile;

    private RemoteRewardModel(ModelCard card, Remote remote, String id, Tokenizer tokenizer, Servers servers) {
        this.card = card;
        this.id = id;
        this.tokenizer = tokenizer;
        this.layout = new Layout(tokenizer, card.template(), card.truncation());
        this.dialect = remote.dialect();
        var golden = card.golden().getFirst();
        var known = new RemoteScorer.Known(prepare(golden.messages()).asked(), golden.score(), card.goldenTolerance());
        this.scorer = new RemoteScorer(servers, remote.dialect(), remote.server(), remote.model(), known);
        this.turnstile = new Turnstile(scorer.slots());
    }

    /** @throws dev.paddock.rewardmodel.remote.ServerAway where there is no such server */
    public static RemoteRewardModel open(
            ModelCard card, Remote remote, String id, Tokenizer tokenizer, Servers servers) {
        if (remote.dialect() == Dialect.TEI && card.template() instanceof Messages) {
            throw new IllegalArgumentException(
                    "its template is 'messages', but Text Embeddings Inference has no chat template to write them out");
        }
        return new RemoteRewardModel(card, remote, id, tokenizer, servers);
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
        return Provider.REMOTE;
    }

    @Override
    public Optional<String> trouble() {
        return scorer.trouble();
    }

    @Override
    public Era era() {
        return scorer.era();
    }

    @Override
    public Score score(List<Message> conversation) {
        var asked = System.nanoTime();
        NotScorable.unlessScorable(conversation);
        return through(List.of(conversation), asked).getFirst();
    }

    @Override
    public List<Score> scoreAll(List<List<Message>> conversations) {
        var asked = System.nanoTime();
        conversations.forEach(NotScorable::unlessScorable);
        var questions = new ArrayList<List<List<Message>>>();
        var most = card.template() instanceof Messages || card.precision() == Precision.INT8 ? 1 : AT_ONCE;
        for (var from = 0; from < conversations.size(); from += most) {
            questions.add(conversations.subList(from, Math.min(from + most, conversations.size())));
        }
        return Lanes.map(scorer.slots(), questions, question -> through(question, asked)).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Score> through(List<List<Message>> question, long asked) {
        turnstile.places(scorer.slots());
        return turnstile.through(() -> ask(question, asked));
    }

    private List<Score> ask(List<List<Message>> conversations, long asked) {
        try {
            return scored(conversations, asked);
        } catch (NotScored refused) {
            if (conversations.size() == 1) {
                throw new NotScorable(String.valueOf(refused.getMessage()), conversations.getFirst());
            }
            // Which of them it is only asking one by one tells; it may be that there were too many.
            return conversations.stream()
                    .flatMap(each -> ask(List.of(each), asked).stream())
                    .toList();
        }
    }

    private List<Score> scored(List<List<Message>> conversations, long asked) {
        var started = System.nanoTime();
        var prepared = conversations.stream().map(this::prepare).toList();
        var written = System.nanoTime();
        var logits = scorer.logits(prepared.stream().map(Prepared::asked).toList());
        var waiting = (started - asked) / 1000;
        var tokenising = (written - started) / 1000 / logits.length;
        var inference = (System.nanoTime() - written) / 1000 / logits.length;
        return IntStream.range(0, logits.length)
                .mapToObj(i -> new Score(
                        logits[i],
                        Provider.REMOTE,
                        card.precision(),
                        prepared.get(i).tokens(),
                        waiting,
                        tokenising,
                        inference))
                .toList();
    }

    /** @param tokens those that the server adds are not counted */
    private record Prepared(Asked asked, int tokens) {}

    private Prepared prepare(List<Message> conversation) {
        if (card.template() instanceof Messages) {
            var messages = layout.messages(conversation);
            var tokens = messages.stream()
                    .mapToInt(message -> tokenizer.ids(message.content()).length)
                    .sum();
            return new Prepared(new Asked.Dialogue(messages), tokens);
        }
        return switch (dialect) {
            case VLLM -> {
                var ids = layout.of(conversation).ids();
                yield new Prepared(new Asked.Tokens(ids), ids.length);
            }
            case TEI -> {
                var text = layout.text(conversation);
                yield new Prepared(new Asked.Plain(text.text()), text.tokens());
            }
        };
    }

    @Override
    public void close() {
        turnstile.shut(() -> {
            scorer.close();
            tokenizer.close();
        });
    }
}
