package dev.paddock.rewardmodel.remote;

/** A server does not score just now, whatever it is asked: it is not reached, refuses all, or says what no scoring server says. */
public final class ServerAway extends RuntimeException {

    /** @param reason goes on after the server's name: "does not answer" */
    public ServerAway(String reason) {
        super(reason);
    }

    ServerAway of(String server) {
        return new ServerAway("The model server '" + server + "' "
                + String.valueOf(getMessage()).replaceFirst("[.]$", "") + ".");
    }
}
