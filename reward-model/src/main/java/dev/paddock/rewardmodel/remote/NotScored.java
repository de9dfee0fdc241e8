package dev.paddock.rewardmodel.remote;

/** A server is there, but gives one of the conversations no score: it is too long for it, or what it gives is no number. */
public final class NotScored extends RuntimeException {

    /** @param reason goes on after the server's name */
    NotScored(String reason) {
        super(reason);
    }

    NotScored of(String server) {
        return new NotScored(Server.sentence(server, getMessage()));
    }
}
