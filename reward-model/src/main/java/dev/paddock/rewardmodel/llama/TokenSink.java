package dev.paddock.rewardmodel.llama;

/** Is told an answer while it comes into being, on the thread that generates. */
@FunctionalInterface
public interface TokenSink {

    /**
     * @param text at least one character, and never half of one
     * @param logProbability sum over the tokens since the last piece, natural logarithm
     */
    void piece(String text, double logProbability);
}
