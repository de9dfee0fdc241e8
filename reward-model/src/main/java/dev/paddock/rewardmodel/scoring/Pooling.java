package dev.paddock.rewardmodel.scoring;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the states of many tokens become one vector. */
public enum Pooling {
    /** The mean over the answer's tokens. */
    @JsonProperty("answer-mean")
    ANSWER_MEAN,
    /** The mean over the answer's first {@value #OPENING} tokens: whether it refuses, asks back or gets going shows there. */
    @JsonProperty("answer-opening")
    ANSWER_OPENING,
    /** The mean over the answer's last {@value #CLOSING} tokens: whether it warns, offers help or asks what the other has in mind. */
    @JsonProperty("answer-closing")
    ANSWER_CLOSING,
    /** Of every number the largest over the answer's tokens: something that is said once is not lost in a long answer. */
    @JsonProperty("answer-max")
    ANSWER_MAX,
    /** Of every number the standard deviation over the answer's tokens. */
    @JsonProperty("answer-deviation")
    ANSWER_DEVIATION,
    /** The state of the start token, which has read the prompt and the answer. */
    @JsonProperty("start")
    START,
    /** The state of the last token, the separator that ends the answer; unlike the start token's it is close to what was said last. */
    @JsonProperty("end")
    END,
    /** The mean over the prompt's tokens, without the start token and the separators. */
    @JsonProperty("prompt-mean")
    PROMPT_MEAN,
    /** Every product of one of the prompt's axes and one of the answer's ({@link Axes}): what is asked decides which answer counts as good. */
    @JsonProperty("prompt-by-answer")
    PROMPT_BY_ANSWER;

    /** Tokens of an answer that count as its opening. */
    public static final int OPENING = 24;

    /** Tokens of an answer that count as its closing. */
    public static final int CLOSING = 24;
}
