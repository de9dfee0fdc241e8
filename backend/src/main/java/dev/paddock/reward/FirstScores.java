package dev.paddock.reward;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.samples.Samples;
import dev.paddock.samples.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;

/** What a model gives samples before it is registered: saved with its registration, or not at all. */
public final class FirstScores {

    private final String name;
    private final Map<UUID, Score> given = new LinkedHashMap<>();
    private final Map<UUID, String> unscorable = new LinkedHashMap<>();

    private FirstScores(String name) {
        this.name = name;
    }

    /**
     * @param name that the model will have
     * @param conversations by the sample that ends them
     * @param done told how many of them are done
     */
    static FirstScores of(
            String name, RewardModel model, Map<UUID, List<Message>> conversations, Scoring scoring, IntConsumer done) {
        var first = new FirstScores(name);
        var all = List.copyOf(conversations.entrySet());
        for (var from = 0; from < all.size(); from += Scoring.AT_ONCE) {
            first.add(all.subList(from, Math.min(from + Scoring.AT_ONCE, all.size())), from, model, scoring, done);
        }
        done.accept(all.size());
        return first;
    }

    private void add(
            List<Map.Entry<UUID, List<Message>>> some,
            int before,
            RewardModel model,
            Scoring scoring,
            IntConsumer done) {
        done.accept(before);
        var samples = some.stream().map(Map.Entry::getKey).toList();
        var conversations = some.stream().map(Map.Entry::getValue).toList();
        var together = scoring.together(name, model, samples, conversations);
        for (var i = 0; i < together.size(); i++) {
            given.put(samples.get(i), together.get(i));
        }
        for (var i = together.size(); i < some.size(); i++) {
            var sample = samples.get(i);
            done.accept(before + i);
            scoring.score(name, model, sample, conversations.get(i), (_, _, reason) -> unscorable.put(sample, reason))
                    .ifPresent(score -> given.put(sample, score));
        }
    }

    /** To be called in the transaction that registers the model. */
    void save(Samples samples, Backlog backlog) {
        given.forEach(samples::recordScore);
        unscorable.forEach((sample, reason) -> backlog.giveUp(name, sample, reason));
    }
}
