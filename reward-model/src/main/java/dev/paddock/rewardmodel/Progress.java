package dev.paddock.rewardmodel;

/** Told how far long work has come; called often. Throwing {@link java.util.concurrent.CancellationException} ends it. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (_, _, _) -> {};

    /** @param phase a few words for whoever waits */
    void at(String phase, int done, int total);
}
