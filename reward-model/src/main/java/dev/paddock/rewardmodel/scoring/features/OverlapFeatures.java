package dev.paddock.rewardmodel.scoring.features;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the answer's words relate to the prompt's and to each other: on topic, echoing, or going round in circles. */
final class OverlapFeatures {

    static final List<Feature> ALL = List.of(
            new Feature(
                    "overlap.answer-in-prompt",
                    e -> shareIn(e.answer().contentWords(), e.prompt().vocabulary())),
            new Feature(
                    "overlap.answer-in-question",
                    e -> shareIn(e.answer().contentWords(), e.question().vocabulary())),
            new Feature(
                    "overlap.question-in-answer",
                    e -> shareIn(e.question().contentWords(), e.answer().vocabulary())),
            new Feature(
                    "overlap.answer-in-earlier-answers",
                    e -> shareIn(e.answer().contentWords(), e.earlierAnswers().vocabulary())),
            new Feature("overlap.repeats-earlier-answer", OverlapFeatures::repeatsEarlierAnswer),
            new Feature("overlap.new-content-words", e -> Math.log1p(newContentWords(e))),
            new Feature(
                    "overlap.distinct-words",
                    e -> e.answer().vocabulary().size()
                            / (1.0 + e.answer().words().size())),
            new Feature(
                    "overlap.repeated-triples", e -> repeatedTriples(e.answer().words())));

    private OverlapFeatures() {}

    private static double shareIn(List<String> words, Set<String> vocabulary) {
        return words.stream().filter(vocabulary::contains).count() / (1.0 + words.size());
    }

    private static double repeatsEarlierAnswer(Exchange exchange) {
        var answer = exchange.answer().lower().strip();
        return answer.length() > 20 && exchange.earlierAnswers().lower().contains(answer) ? 1 : 0;
    }

    private static double newContentWords(Exchange exchange) {
        var fresh = new HashSet<>(exchange.answer().contentWords());
        fresh.removeAll(exchange.prompt().vocabulary());
        return fresh.size();
    }

    private static double repeatedTriples(List<String> words) {
        var seen = new HashSet<List<String>>();
        var repeated = 0;
        for (var i = 0; i + 3 <= words.size(); i++) {
            repeated += seen.add(List.copyOf(words.subList(i, i + 3))) ? 0 : 1;
        }
        return repeated / (1.0 + words.size());
    }
}
