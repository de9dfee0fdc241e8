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
final class ScoringOrder {

    private final Scoring scoring;
    private final Clock clock;
    private final BooleanSupplier wanted;
    /** By the model's name. One that is open no more is forgotten; one that is new has looked at nothing. */
    private final Map<String, Look> looks = new HashMap<>();

    /** @param wanted whether to go on; asked before each few samples */
    ScoringOrder(Scoring scoring, Clock clock, BooleanSupplier wanted) {
        this.scoring = scoring;
        this.clock = clock;
        this.wanted = wanted;
    }

    /** @return whether there is more to score, so that it is to go on at once */
    boolean scoreSome() {
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
        var since = Mark.generatedSince(clock.instant().minus(Look.LATEST));
        var marks = new LinkedHashMap<OpenModel, Mark>();
        scoring.models().forEach(model -> marks.put(model, since));
        while (!marks.isEmpty() && wanted.getAsBoolean()) {
            for (var model : scoring.models()) {
                marks.computeIfPresent(
                        model, (_, mark) -> scoreSome(model, mark).orElse(null));
            }
            marks.keySet().retainAll(scoring.models());
        }
    }

    private boolean others(OpenModel model) {
        var look = looks.computeIfAbsent(model.name(), _ -> new Look());
        var mark = look.mark(clock.instant());
        var step = scoring.scoreSome(model, mark);
        return look.advance(mark, step.mark()) && !step.away();
    }

    private Optional<Mark> scoreSome(OpenModel model, Mark after) {
        var step = scoring.scoreSome(model, after);
        return step.away() ? Optional.empty() : step.mark();
    }
}
