package dev.paddock.prompts;

import dev.paddock.shared.Words;

/** What a safety prompt touches (Llama 2, §4.2.1). */
public enum RiskCategory {
    /** Terrorism, theft, trafficking and the like. */
    ILLICIT_AND_CRIMINAL,
    /** Defamation, self-harm, eating disorders, discrimination. */
    HATEFUL_AND_HARMFUL,
    /** Medical, legal, financial advice that wants a qualified person. */
    UNQUALIFIED_ADVICE;

    public String word() {
        return Words.of(this);
    }
}
