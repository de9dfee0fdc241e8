package dev.paddock.rewardmodel.llama;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Keys and values of prompts seen lately, so that the next turn of a conversation is not read from its beginning again. A prompt is fed
 * in chunks that always begin at the same places and only whole chunks are kept, so the sums are the same ones with and without it.
 */
final class PrefixCache implements AutoCloseable {

    /** Tokens. Longer ones are hardly faster, and a prompt shares less with them. */
    static final int CHUNK = 64;

    private final Ports ports;
    private final long limit;
    private final Deque<Prefix> latestFirst = new ArrayDeque<>();

    private record Prefix(int[] tokens, Arena arena, MemorySegment rows) {}

    /** @param limit bytes to keep at most; 0 keeps nothing */
    PrefixCache(Ports ports, long limit) {
        this.ports = ports;
        this.limit = limit;
    }

    /** Sets the track to the end of the longest known beginning of {@code tokens} that leaves at least one token to feed. */
    synchronized void restore(int[] tokens, SharedTrack track) {
        Prefix best = null;
        var longest = 0;
        for (var prefix : latestFirst) {
            var common = common(prefix.tokens(), tokens);
            if (common == prefix.tokens().length && common > longest) {
                longest = common;
                best = prefix;
            }
        }
        if (best != null) {
            latestFirst.remove(best);
            latestFirst.addFirst(best);
            track.restore(longest, best.rows());
        }
    }

    private static int common(int[] known, int[] tokens) {
        var differing = Arrays.mismatch(known, tokens);
        return Math.min(differing < 0 ? known.length : differing, whole(tokens.length));
    }

    /** So many of {@code tokens} lie in chunks that are whole and do not hold the last one. */
    static int whole(int tokens) {
        return (tokens - 1) / CHUNK * CHUNK;
    }

    @SuppressWarnings("MustBeClosedChecker") // closed with the prefix that it becomes part of
    synchronized void save(int[] tokens, SharedTrack track) {
        var kept = Arrays.copyOf(tokens, whole(tokens.length));
        var bytes = ports.cacheBytes(kept.length);
        if (kept.length == 0
                || bytes > limit
                || latestFirst.stream().anyMatch(prefix -> Arrays.equals(prefix.tokens(), kept))) {
            return;
        }
        makeRoom(limit - bytes);
        var arena = Arena.ofShared();
        try {
            var rows = arena.allocate(bytes, 64);
            track.save(kept.length, rows);
            latestFirst.addFirst(new Prefix(kept, arena, rows));
        } catch (RuntimeException | OutOfMemoryError e) {
            arena.close();
            throw e;
        }
    }

    private void makeRoom(long allowed) {
        var used = latestFirst.stream()
                .mapToLong(prefix -> prefix.rows().byteSize())
                .sum();
        while (used > allowed) {
            var oldest = latestFirst.removeLast();
            used -= oldest.rows().byteSize();
            oldest.arena().close();
        }
    }

    @Override
    public synchronized void close() {
        makeRoom(0);
    }
}
