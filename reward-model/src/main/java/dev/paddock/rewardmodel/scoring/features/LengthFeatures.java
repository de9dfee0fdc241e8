package dev.paddock.rewardmodel.scoring.features;

import java.util.List;

/** How much is said. People prefer longer helpful answers and shorter refusals, up to a point: hence several curves of one length. */
final class LengthFeatures {

    static final List<Feature> ALL = List.of(
            new Feature("length.log-characters", LengthFeatures::logCharacters),
            new Feature("length.log-words", LengthFeatures::logWords),
            new Feature("length.log-words-squared", e -> Math.pow(logWords(e), 2) / 8),
            new Feature("length.root-words", e -> Math.sqrt(e.answer().words().size()) / 4),
            new Feature("length.under-5-words", e -> e.answer().words().size() < 5 ? 1 : 0),
            new Feature("length.under-15-words", e -> e.answer().words().size() < 15 ? 1 : 0),
            new Feature("length.over-100-words", e -> e.answer().words().size() > 100 ? 1 : 0),
            new Feature(
                    "length.words-per-sentence",
                    e -> Math.log1p(e.answer().words().size() / (double) sentences(e.answer()))),
            new Feature("length.sentences", e -> Math.log1p(sentences(e.answer()))),
            new Feature("length.letters-per-word", LengthFeatures::lettersPerWord));

    private LengthFeatures() {}

    static double logWords(Exchange exchange) {
        return Math.log1p(exchange.answer().words().size());
    }

    private static double logCharacters(Exchange exchange) {
        return Math.log1p(exchange.answer().text().length());
    }

    private static int sentences(TextView text) {
        return 1 + text.count(c -> c == '.' || c == '!' || c == '?');
    }

    private static double lettersPerWord(Exchange exchange) {
        var words = exchange.answer().words();
        return Math.min(12, words.stream().mapToInt(String::length).average().orElse(0));
    }
}
