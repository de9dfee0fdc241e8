package dev.paddock.rewardmodel.remote;

import java.time.Duration;

/** The servers that a bundle may name, how long one is waited for, and how long it is left alone. */
public interface Servers {

    /** Where there are none, as on the command line. */
    Servers NONE = new Servers() {

        @Override
        public Server named(String name) {
            throw new ServerAway("is not known: only a running Paddock knows its model servers");
        }

        @Override
        public Duration patience() {
            return Duration.ZERO;
        }

        @Override
        public Duration rest() {
            return Duration.ZERO;
        }
    };

    /**
     * Looked up before each call: an address that was good yesterday may not be today.
     *
     * @throws ServerAway where there is none of that name, or it must not be called
     */
    Server named(String name);

    /** For an answer, waiting for a busy server included. */
    Duration patience();

    /** How long one that went away is left alone at first; each time that it is still away it is twice as long, up to a minute. */
    Duration rest();
}
