package dev.paddock.trainings;

import dev.paddock.datasets.JudgedPair;
import dev.paddock.rewardmodel.pairs.HoldOut;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.UUID;

/**
 * So many held-out comparisons out of all that it is shown, in whatever order: of one conversation the first {@value HoldOut#MOST_OF_ONE}, and
 * conversation after conversation by {@link HoldOut#lot lot}. So neither the latest, nor one campaign, nor one prompt that many answered is all of them; and
 * from one training to the next they stay the same but for the few that newcomers push out.
 */
final class Judges {

    record Judge(UUID campaign, JudgedPair pair) {}

    private record Place(long lot, long number) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::lot).thenComparingLong(Place::number);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final int most;
    private final TreeMap<Place, Judge> drawn = new TreeMap<>();

    Judges(int most) {
        this.most = most;
    }

    /** @param root of its conversation */
    void add(String root, UUID campaign, JudgedPair pair) {
        var lot = HoldOut.lot(root);
        drawn.put(new Place(lot, pair.number()), new Judge(campaign, pair));
        var ofOne = drawn.subMap(new Place(lot, Long.MIN_VALUE), true, new Place(lot, Long.MAX_VALUE), true);
        if (ofOne.size() > HoldOut.MOST_OF_ONE) {
            ofOne.pollLastEntry();
        }
        if (drawn.size() > most) {
            drawn.pollLastEntry();
        }
    }

    /** By lot, and those of one conversation as they were saved. */
    Collection<Judge> drawn() {
        return drawn.values();
    }

    int size() {
        return drawn.size();
    }
}
