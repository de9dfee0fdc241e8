package dev.paddock.rewardmodel.scoring;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the states of many tokens become one vector. */
public enum Pooling {
    /** The mean over the answer's tokens. */
    @JsonProperty("answer-mean")
    ANSWER_MEAN,
    /** The mean over the prompt times the mean over the answer: what is asked decides which answer counts as good. */
    @JsonProperty("prompt-times-answer")
    PROMPT_TIMES_ANSWER
}
