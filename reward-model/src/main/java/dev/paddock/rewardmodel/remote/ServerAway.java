package dev.paddock.rewardmodel.remote;

/** A server does not score just now, whatever it is asked: it is not reached, refuses all, or says what no scoring server says. */
public final class ServerAway extends RuntimeException {

    private final boolean asked;

    /** @param reason goes on after the server's name: "does not answer" */
    public ServerAway(String reason) {
        this(reason, true);
    }

    private ServerAway(String reason, boolean asked) {
        super(reason);
        this.asked = asked;
    }

    /** Whether it was asked for these scores, and so may have gone away because of them; else it was away before. */
    public boolean wasAsked() {
        return asked;
    }

    ServerAway of(String server) {
        return new ServerAway(Server.sentence(server, getMessage()), asked);
    }

    ServerAway unasked() {
        return new ServerAway(String.valueOf(getMessage()), false);
    }
}
