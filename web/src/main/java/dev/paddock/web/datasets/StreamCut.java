package dev.paddock.web.datasets;

/** A response failed when its first part was already on its way. The connection must be dropped, not closed in good order. */
final class StreamCut extends RuntimeException {

    StreamCut(Throwable cause) {
        super("A stream broke off: " + cause.getMessage(), cause);
    }
}
