package dev.paddock.people;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused start into two sentences instead of a stack trace. */
class OwnerSettingsRefusedAnalyzer extends AbstractFailureAnalyzer<OwnerSettingsRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, OwnerSettingsRefused cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set PADDOCK_OWNER_EMAIL, PADDOCK_OWNER_PASSWORD (12 characters or more) and, for scripts, PADDOCK_OWNER_TOKEN"
                        + " (openssl rand -hex 32 makes one); or none of them, to get a link for the owner on the console.",
                cause);
    }
}
