package dev.paddock.rewardmodel.scoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.paddock.rewardmodel.llama.ChatMl;
import dev.paddock.rewardmodel.llama.Llama2Inst;
import dev.paddock.rewardmodel.llama.Llama3;
import dev.paddock.rewardmodel.llama.PromptFormat;

/** The chat formats that a card may name. */
public enum ChatFormat {
    @JsonProperty("chatml")
    CHATML(0),
    @JsonProperty("llama2")
    LLAMA2(1),
    @JsonProperty("llama3")
    LLAMA3(1);

    /** How many marks at the very beginning stay when the beginning of a prompt is cut off. */
    final int opening;

    ChatFormat(int opening) {
        this.opening = opening;
    }

    PromptFormat format() {
        return switch (this) {
            case CHATML -> new ChatMl("");
            case LLAMA2 -> new Llama2Inst();
            case LLAMA3 -> new Llama3();
        };
    }
}
