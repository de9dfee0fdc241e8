package dev.paddock.rewardmodel.scoring.features;

import java.util.List;
import java.util.Set;

/** How an answer speaks: refusing, warning, hedging, advising, asking back, cursing. */
final class MannerFeatures {

    static final List<Feature> ALL = List.of(
            said("refuses", Phrases.REFUSAL),
            said("apologises", Phrases.APOLOGY),
            said("disapproves", Phrases.DISAPPROVAL),
            said("names-the-law", Phrases.LAW),
            said("names-danger", Phrases.DANGER),
            said("refers-to-people", Phrases.REFERRAL),
            said("asks-back", Phrases.CLARIFYING),
            said("offers-help", Phrases.OFFER),
            said("does-not-know", Phrases.IGNORANCE),
            said("speaks-as-machine", Phrases.MACHINE),
            said("shows-feeling", Phrases.EMPATHY),
            said("gets-going", Phrases.COMPLIANCE),
            dense("hedges", Phrases.HEDGES),
            dense("advises", Phrases.ADVICE),
            dense("says-i", Phrases.FIRST_PERSON),
            dense("says-you", Phrases.SECOND_PERSON),
            dense("gives-reasons", Phrases.REASONS),
            dense("is-coarse", Phrases.COARSE),
            dense("names-harm", Phrases.HARM),
            opens(
                    "opens-with-yes",
                    Set.of(
                            "yes",
                            "yeah",
                            "yep",
                            "sure",
                            "okay",
                            "ok",
                            "absolutely",
                            "definitely",
                            "certainly",
                            "great")),
            opens("opens-with-no", Set.of("no", "nope", "not", "don't", "never")),
            opens("opens-with-i", Set.of("i", "i'm", "i'd", "i've", "i'll")),
            opens(
                    "opens-with-question-word",
                    Set.of("what", "why", "how", "where", "who", "which", "is", "are", "do", "did", "can", "could")),
            opens("opens-with-doubt", Set.of("well", "hmm", "um", "sorry", "but", "oh")));

    private MannerFeatures() {}

    private static Feature said(String name, List<String> phrases) {
        return new Feature(
                "manner." + name, exchange -> Math.log1p(exchange.answer().phrasesIn(phrases)));
    }

    private static Feature dense(String name, Set<String> words) {
        return new Feature(
                "manner." + name,
                exchange -> exchange.answer().wordsIn(words)
                        / Math.sqrt(1.0 + exchange.answer().words().size()));
    }

    private static Feature opens(String name, Set<String> words) {
        return new Feature(
                "manner." + name, exchange -> words.contains(exchange.answer().firstWord()) ? 1 : 0);
    }
}
