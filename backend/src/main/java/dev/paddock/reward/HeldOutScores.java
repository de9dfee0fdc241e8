package dev.paddock.reward;

import dev.paddock.datasets.JudgedPair;
import dev.paddock.datasets.JudgedPair.Answer;
import dev.paddock.datasets.JudgedPairs;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.ModelLoading;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.training.ConversationRoot;
import dev.paddock.rewardmodel.training.HoldOut;
import dev.paddock.rewardmodel.training.Progress;
import dev.paddock.samples.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has a new candidate score what it is judged by, so that its report is there when its training ends. */
@Component
class HeldOutScores {

    private final JudgedPairs judged;
    private final Stable stable;
    private final Samples samples;
    private final Scoring scoring;

    HeldOutScores(JudgedPairs judged, Stable stable, Samples samples, Scoring scoring) {
        this.judged = judged;
        this.stable = stable;
        this.samples = samples;
        this.scoring = scoring;
    }

    /** @param name that the candidate will have */
    void score(String name, Path bundle, TrainingRun run, Progress progress) throws IOException {
        var conversations = conversations(run);
        try (var model = opened(bundle)) {
            var done = 0;
            for (var conversation : conversations.entrySet()) {
                progress.at("scoring held-out answers", done++, conversations.size());
                scoring.score(name, model, conversation.getKey(), conversation.getValue())
                        .ifPresent(score -> samples.recordScore(conversation.getKey(), score));
            }
        }
    }

    private Map<UUID, List<Message>> conversations(TrainingRun run) {
        var conversations = new LinkedHashMap<UUID, List<Message>>();
        for (var campaign : run.campaigns()) {
            judged.read(campaign, run.last(), pair -> {
                if (HoldOut.contains(ConversationRoot.of(pair.dialogue()))) {
                    add(conversations, pair, pair.chosen());
                    add(conversations, pair, pair.rejected());
                }
            });
        }
        return conversations;
    }

    private static void add(Map<UUID, List<Message>> conversations, JudgedPair pair, Answer answer) {
        var conversation = new ArrayList<>(pair.dialogue());
        conversation.add(Message.assistant(answer.text()));
        conversations.put(answer.sample(), conversation);
    }

    private RewardModel opened(Path bundle) throws IOException {
        try {
            return ModelLoading.now(() -> stable.open(bundle));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
