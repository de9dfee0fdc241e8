package dev.paddock;

import dev.paddock.rewardmodel.pairs.ConversationRoot;
import dev.paddock.rewardmodel.pairs.HoldOut;
import java.util.List;
import java.util.stream.IntStream;

/** Questions from which conversations grow that are held out, and others that trainings learn from. */
public final class Questions {

    private Questions() {}

    /** @param about how each of them begins */
    public static List<String> heldOut(String about, int count) {
        return some(about, count, true);
    }

    /** @param about how each of them begins */
    public static List<String> learntFrom(String about, int count) {
        return some(about, count, false);
    }

    private static List<String> some(String about, int count, boolean heldOut) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> about + " " + i)
                .filter(question -> HoldOut.contains(ConversationRoot.normalised(question)) == heldOut)
                .limit(count)
                .toList();
    }
}
