package dev.paddock.rewardmodel.llama;

/** The conversation and the answer asked for do not fit into the model's context. Nothing is ever cut to make it fit. */
public final class PromptTooLong extends RuntimeException {

    private final int tokens;
    private final int limit;

    PromptTooLong(int tokens, int limit) {
        super("The conversation has %d tokens; with room for the answer, the model takes %d.".formatted(tokens, limit));
        this.tokens = tokens;
        this.limit = limit;
    }

    public int tokens() {
        return tokens;
    }

    public int limit() {
        return limit;
    }
}
