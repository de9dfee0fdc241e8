package dev.paddock.trainings;

import dev.paddock.datasets.JudgedPair;
import dev.paddock.datasets.JudgedPair.Answer;
import dev.paddock.datasets.JudgedPairs;
import dev.paddock.reward.Candidates;
import dev.paddock.reward.FirstScores;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.training.ConversationRoot;
import dev.paddock.rewardmodel.training.HoldOut;
import dev.paddock.rewardmodel.training.Progress;
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
    private final Candidates candidates;

    HeldOutScores(JudgedPairs judged, Candidates candidates) {
        this.judged = judged;
        this.candidates = candidates;
    }

    /** @param name that the candidate will have */
    FirstScores of(String name, Path bundle, Training training, Progress progress) throws IOException {
        var conversations = conversations(training);
        return candidates.firstScores(
                name,
                bundle,
                conversations,
                done -> progress.at("scoring held-out answers", done, conversations.size()));
    }

    private Map<UUID, List<Message>> conversations(Training training) {
        var conversations = new LinkedHashMap<UUID, List<Message>>();
        for (var campaign : training.campaigns()) {
            judged.read(campaign, training.last(), pair -> {
                if (pair.impartial() && HoldOut.contains(ConversationRoot.of(pair.dialogue()))) {
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
}
