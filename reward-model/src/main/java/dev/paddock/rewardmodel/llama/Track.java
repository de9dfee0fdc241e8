package dev.paddock.rewardmodel.llama;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** One token sequence on its way through a decoder, with the keys and values of all it was fed. For one thread at a time. */
sealed interface Track extends AutoCloseable permits SharedTrack, PassedTrack {

    /** How many tokens it was fed. */
    int position();

    /**
     * Feeds {@code tokens[from..to)}.
     *
     * @return the logits of what follows, one a token of the vocabulary; overwritten by the next call
     */
    float[] feed(int[] tokens, int from, int to, OrtSession.RunOptions options) throws OrtException;

    @Override
    void close();
}
