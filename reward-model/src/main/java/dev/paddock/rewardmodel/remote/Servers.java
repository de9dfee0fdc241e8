package dev.paddock.rewardmodel.remote;

import java.time.Duration;

/** The servers that a bundle may name, and how long one is waited for. */
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
    };

    /**
     * Looked up before each call: an address that was good yesterday may not be today.
     *
     * @throws ServerAway where there is none of that name, or it must not be called
     */
    Server named(String name);

    /** For an answer, waiting for a busy server included. */
    Duration patience();
}
