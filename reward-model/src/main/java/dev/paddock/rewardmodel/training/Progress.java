package dev.paddock.rewardmodel.training;

/** Told how far a training has come; called often. Throwing {@link java.util.concurrent.CancellationException} ends it. */
@FunctionalInterface
public interface Progress {

    Progress NONE = (_, _, _) -> {};

    /** @param phase a few words for whoever waits */
    void at(String phase, int done, int total);
}
