package dev.paddock.trainings;

/**
 * The folder of pairs from elsewhere is not what it was when Paddock started, or only looked good then. The cause names the folder, which is
 * for the log.
 */
final class SeedAtFault extends RuntimeException {

    SeedAtFault(Exception cause) {
        super(
                "The setting paddock.reward.seed is at fault: in its folder no pairs can be read. Whoever runs Paddock can mend that;"
                        + " trainings on 500 comparisons or more do without. The log says more.",
                cause);
    }
}
