package dev.paddock.samples;

import java.util.Map;

/**
 * What has happened to a turn since the last frame. The first frame replaces everything; the last one has another state than
 * {@link TurnState#GENERATING}.
 *
 * @param failure the sentence for the person when it failed, else empty
 */
public record LiveFrame(TurnState state, String failure, Map<Slot, Piece> pieces) {

    public LiveFrame {
        pieces = Map.copyOf(pieces);
    }

    public boolean isLast() {
        return state != TurnState.GENERATING;
    }

    /**
     * @param replaces the text so far no longer counts: the answer is being drawn again, or this is the first frame
     * @param text     what to add
     * @param complete that answer is whole
     */
    public record Piece(boolean replaces, String text, boolean complete) {}
}
