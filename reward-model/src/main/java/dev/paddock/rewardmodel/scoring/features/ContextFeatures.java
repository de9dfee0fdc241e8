package dev.paddock.rewardmodel.scoring.features;

import java.util.List;

/**
 * The prompt alone says nothing about which of two answers to it is better: in a linear head it cancels. So what it asks for enters as a
 * product with what the answer does.
 */
final class ContextFeatures {

    static final List<Feature> ALL = List.of(
            new Feature("context.length-in-first-turn", e -> e.turns() <= 1 ? LengthFeatures.logWords(e) : 0),
            new Feature("context.length-by-turns", e -> Math.log1p(e.turns()) * LengthFeatures.logWords(e) / 2),
            new Feature(
                    "context.length-by-question-length",
                    e -> Math.log1p(e.question().words().size()) * LengthFeatures.logWords(e) / 4),
            new Feature("context.length-after-harm", e -> harm(e) * LengthFeatures.logWords(e)),
            new Feature("context.refusal-after-harm", e -> harm(e) * refusal(e)),
            new Feature("context.refusal-without-harm", e -> (1 - harm(e)) * refusal(e)),
            new Feature(
                    "context.gets-going-after-harm",
                    e -> harm(e) * Math.log1p(e.answer().phrasesIn(Phrases.COMPLIANCE))),
            new Feature(
                    "context.asks-back-in-first-turn",
                    e -> e.turns() <= 1 && e.answer().count('?') > 0 ? 1 : 0),
            new Feature(
                    "context.asks-back-to-question",
                    e -> asks(e) * Math.log1p(e.answer().count('?'))),
            new Feature("context.length-of-reply-to-question", e -> asks(e) * LengthFeatures.logWords(e)),
            new Feature("context.list-when-asked", e -> wantsList(e) * Math.log1p(FormFeatures.listLines(e.answer()))),
            new Feature("context.length-of-reply-to-thanks", e -> thanks(e) * LengthFeatures.logWords(e)));

    private ContextFeatures() {}

    private static double harm(Exchange exchange) {
        return exchange.prompt().wordsIn(Phrases.HARM) + exchange.prompt().wordsIn(Phrases.COARSE) > 0 ? 1 : 0;
    }

    private static double refusal(Exchange exchange) {
        return Math.log1p(
                exchange.answer().phrasesIn(Phrases.REFUSAL) + exchange.answer().phrasesIn(Phrases.DISAPPROVAL));
    }

    private static double asks(Exchange exchange) {
        return exchange.question().count('?') > 0 ? 1 : 0;
    }

    private static double wantsList(Exchange exchange) {
        return exchange.question()
                                .phrasesIn(List.of(
                                        "list", "some ", "ideas", "suggest", "recommend", "steps", "ways", "recipe"))
                        > 0
                ? 1
                : 0;
    }

    private static double thanks(Exchange exchange) {
        return exchange.question().phrasesIn(List.of("thank", "great", "okay", "awesome")) > 0 ? 1 : 0;
    }
}
