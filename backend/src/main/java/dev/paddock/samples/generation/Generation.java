package dev.paddock.samples.generation;

/** A generation under way. */
public interface Generation {

    /** Ends it within one token, by a failure of kind {@link Failure.Kind#CANCELLED} unless it has ended already. May be called often. */
    void cancel();
}
