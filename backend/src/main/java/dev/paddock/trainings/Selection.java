package dev.paddock.trainings;

import dev.paddock.datasets.JudgedPair;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.pairs.ConversationRoot;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.pairs.PreferencePair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a training learns from and what judges it.
 *
 * <p>It learns from its own campaigns. It is judged by the held-out comparisons of all campaigns of its track, or {@value #MOST} {@link Judges
 * drawn} from them, so that all models of a kind are judged by the same ones, however narrow what each has learnt from.
 */
final class Selection {

    /** Among so many the share that a model gets right is known to less than a point; each costs the model that serves two scores. */
    static final int MOST = 5_000;

    /**
     * So many of them have their answers scored by the candidate, which is enough to know it to three points before it scores in the shadow.
     * The training's own figures need none of these scores; they cost time in each training, however small, and are kept for ever.
     */
    static final int MOST_SCORED = 1_000;

    /** Likewise so many of the other track's, for its report alone, to be known there to seven points. */
    static final int MOST_ACROSS = 200;

    private final Training training;
    private final List<LabelledPair> own = new ArrayList<>();
    private final Judges judges;
    private final Judges across = new Judges(MOST_ACROSS);

    Selection(Training training) {
        this(training, MOST);
    }

    Selection(Training training, int most) {
        this.training = training;
        this.judges = new Judges(most);
    }

    /** @param campaign of the training's track, one of its own or not */
    void add(UUID campaign, JudgedPair pair) {
        if (training.campaigns().contains(campaign)) {
            own.add(labelled(campaign, pair));
        }
        addHeldOut(judges, campaign, pair);
    }

    /** @param campaign of the other track: what was said there neither teaches nor judges */
    void addAcross(UUID campaign, JudgedPair pair) {
        addHeldOut(across, campaign, pair);
    }

    private static void addHeldOut(Judges some, UUID campaign, JudgedPair pair) {
        var root = ConversationRoot.of(pair.dialogue());
        if (pair.impartial() && HoldOut.contains(root)) {
            some.add(root, campaign, pair);
        }
    }

    /** How many comparisons it holds so far. */
    int size() {
        return own.size() + judges.size();
    }

    /** All of its own campaigns, held-out ones among them. */
    List<LabelledPair> own() {
        return own;
    }

    List<LabelledPair> judges() {
        return judges.drawn().stream()
                .map(judge -> labelled(judge.campaign(), judge.pair()))
                .toList();
    }

    /** Of the first that were drawn the conversations, by the sample that ends them; then those of the other track. */
    Map<UUID, List<Message>> heldOutAnswers() {
        var conversations = new LinkedHashMap<UUID, List<Message>>();
        Stream.concat(judges.drawn().stream().limit(MOST_SCORED), across.drawn().stream())
                .map(Judges.Judge::pair)
                .forEach(pair -> {
                    add(conversations, pair, pair.chosen());
                    add(conversations, pair, pair.rejected());
                });
        return conversations;
    }

    private static void add(Map<UUID, List<Message>> conversations, JudgedPair pair, JudgedPair.Answer answer) {
        var conversation = new ArrayList<>(pair.dialogue());
        conversation.add(Message.assistant(answer.text()));
        conversations.put(answer.sample(), conversation);
    }

    private LabelledPair labelled(UUID campaign, JudgedPair pair) {
        return LabelledPair.of(
                new PreferencePair(
                        pair.dialogue(),
                        pair.chosen().text(),
                        pair.rejected().text(),
                        training.margin().forDegree(pair.degree()),
                        campaign.toString()),
                pair.degree(),
                pair.safety(),
                pair.chosen().safety(),
                pair.rejected().safety(),
                pair.impartial());
    }
}
