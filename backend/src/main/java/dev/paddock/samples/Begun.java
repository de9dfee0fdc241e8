package dev.paddock.samples;

import java.util.Map;
import java.util.UUID;

/**
 * A pair on record, to be generated once that is committed.
 *
 * @param draw which draw of the turn it is: results of another draw no longer count
 * @param live for a person who waits
 */
record Begun(UUID turn, int draw, Question question, Map<Slot, Attempt> attempts, boolean live) {}
