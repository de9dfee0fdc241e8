package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The order in which samples are scored. First what was generated lately, as somebody may be looking at it, then a few of all the others;
 * the kinds of reward models take turns.
 */
final class Rounds {

    private final Scoring scoring;
    private final Clock clock;
    private final BooleanSupplier wanted;
    private final Map<ModelKind, Look> looks = new EnumMap<>(ModelKind.class);

    /** @param wanted whether to go on; asked before each few samples */
    Rounds(Scoring scoring, Clock clock, BooleanSupplier wanted) {
        this.scoring = scoring;
        this.clock = clock;
        this.wanted = wanted;
        for (var kind : ModelKind.values()) {
            looks.put(kind, new Look());
        }
    }

    /** @return whether there is more to score, so that another round is due at once */
    boolean round() {
        latest();
        var more = false;
        for (var look : looks.entrySet()) {
            more |= wanted.getAsBoolean() && others(look.getKey(), look.getValue());
        }
        return more;
    }

    private void latest() {
        var since = Place.generatedSince(clock.instant().minus(Look.LATEST));
        var places = new EnumMap<ModelKind, Place>(ModelKind.class);
        looks.keySet().forEach(kind -> places.put(kind, since));
        while (!places.isEmpty() && wanted.getAsBoolean()) {
            for (var kind : ModelKind.values()) {
                places.computeIfPresent(
                        kind, (_, place) -> scoring.scoreSome(kind, place).orElse(null));
            }
        }
    }

    /** A model that is not open yet has not looked at anything. */
    private boolean others(ModelKind kind, Look look) {
        if (!scoring.canScore(kind)) {
            return false;
        }
        var place = look.place(clock.instant());
        return look.came(place, scoring.scoreSome(kind, place));
    }
}
