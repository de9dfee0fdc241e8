package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.remote.Era;
import java.util.List;
import java.util.Optional;

/**
 * Scores answers. Safe for any number of threads: calls beyond what the machine can do wait their turn. Closing waits for the calls
 * that run; later ones get an {@link IllegalStateException}.
 */
public interface RewardModel extends AutoCloseable {

    ModelCard card();

    /** What identifies this exact bundle: the SHA-256, in hex, of its {@code reward-model.json}, which holds the hashes of its other files. */
    String id();

    /** The execution provider really in use. */
    Provider provider();

    /** Why it cannot score just now, though it will again by itself; empty where nothing is known to be wrong. */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /**
     * Another one once it turned out that another model answered in its place: what it gave before is to be forgotten then. One on a server
     * begins a new era whenever it is opened.
     */
    default Era era() {
        return Era.ENDLESS;
    }

    /** Whether it scores many at once in less time than one after another. */
    default boolean batches() {
        return false;
    }

    /**
     * Scores the last message, which must be the assistant's, in the light of those before it.
     *
     * @throws NotScorable where it is not, or the model cannot take it
     * @throws dev.paddock.rewardmodel.onnx.TooLarge where the memory or the time is not enough for it
     * @throws dev.paddock.rewardmodel.remote.ServerAway where the model is on a server that does not score just now
     */
    Score score(List<Message> conversation);

    /**
     * Scores many, in the given order. The same as one by one, except that models whose card says they are batch-invariant may be run in
     * batches.
     *
     * @throws NotScorable where any of them cannot be scored; then none is
     * @throws dev.paddock.rewardmodel.remote.ServerAway likewise
     */
    List<Score> scoreAll(List<List<Message>> conversations);

    @Override
    void close();
}
