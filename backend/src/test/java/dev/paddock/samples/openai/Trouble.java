package dev.paddock.samples.openai;

/** What a server may do wrong, or merely differently, to one request. */
public enum Trouble {
    NONE,
    /** Says a few words and then nothing, without closing. */
    STALL,
    /** Says a word now and then, and comes to no end in time. */
    DRIBBLE,
    /** Closes in the middle of an answer. */
    CUT,
    /** Ends the stream properly as HTTP, but without a finish reason or [DONE]. */
    NO_END,
    TOO_MANY_429,
    UNAVAILABLE_503,
    BAD_REQUEST_400,
    UNAUTHORIZED_401,
    NOT_FOUND_404,
    BROKEN_500,
    MALFORMED,
    ERROR_CHUNK,
    NO_USAGE,
    /** Nothing for long after the headers. */
    SLOW_FIRST_TOKEN,
    /** Not even headers. */
    MUTE,
    REDIRECT,
    /** Lines end in CRLF, comments in between, no blank after the colon. */
    ODD_FRAMING,
    /** Says the same word for ever, whatever max_tokens is. */
    ENDLESS,
    EMPTY,
    /** Says the same to everyone. */
    SAME
}
