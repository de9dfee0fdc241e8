package dev.paddock.samples.generation;

import org.jspecify.annotations.Nullable;

/** Hears a generation. Must not block. */
public interface TokenSink {

    /**
     * @param text    never empty, never half a character
     * @param logprob natural logarithm of its probability, where the generator gives it
     */
    void token(String text, @Nullable Double logprob);

    void done(Ending ending);

    void failed(Failure failure);
}
