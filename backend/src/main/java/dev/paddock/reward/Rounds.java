package dev.paddock.reward;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The order in which samples are scored. First what was generated lately, as somebody may be looking at it, then a few of all the others;
 * the reward models take turns.
 */
final class Rounds {

    private final Scoring scoring;
    private final Clock clock;
    private final BooleanSupplier wanted;
    /** By the model's name. One that is open no more is forgotten; one that is new has looked at nothing. */
    private final Map<String, Look> looks = new HashMap<>();

    /** @param wanted whether to go on; asked before each few samples */
    Rounds(Scoring scoring, Clock clock, BooleanSupplier wanted) {
        this.scoring = scoring;
        this.clock = clock;
        this.wanted = wanted;
    }

    /** @return whether there is more to score, so that another round is due at once */
    boolean round() {
        latest();
        var open = scoring.models();
        looks.keySet().retainAll(open.stream().map(OpenModel::name).collect(Collectors.toSet()));
        var more = false;
        for (var model : open) {
            more |= wanted.getAsBoolean() && others(model);
        }
        return wanted.getAsBoolean() && scoring.tellSomeGaps() || more;
    }

    private void latest() {
        var since = Place.generatedSince(clock.instant().minus(Look.LATEST));
        var places = new LinkedHashMap<OpenModel, Place>();
        scoring.models().forEach(model -> places.put(model, since));
        while (!places.isEmpty() && wanted.getAsBoolean()) {
            for (var model : scoring.models()) {
                places.computeIfPresent(
                        model, (_, place) -> scoreSome(model, place).orElse(null));
            }
            places.keySet().retainAll(scoring.models());
        }
    }

    private boolean others(OpenModel model) {
        var look = looks.computeIfAbsent(model.name(), _ -> new Look());
        var place = look.place(clock.instant());
        var looked = scoring.scoreSome(model, place);
        return look.came(place, looked.place()) && !looked.away();
    }

    private Optional<Place> scoreSome(OpenModel model, Place after) {
        var looked = scoring.scoreSome(model, after);
        return looked.away() ? Optional.empty() : looked.place();
    }
}
