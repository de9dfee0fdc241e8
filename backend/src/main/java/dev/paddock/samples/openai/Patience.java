package dev.paddock.samples.openai;

import java.time.Duration;

/**
 * How long a server may take, and how much it may send.
 *
 * @param firstToken from the request to the first text; a chunk that only names the role does not count
 * @param gap        between two chunks after that
 * @param total      for the whole answer
 * @param bytes      of the whole stream, framing included
 */
public record Patience(Duration connect, Duration firstToken, Duration gap, Duration total, long bytes) {

    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(120), 8L << 20);
}
