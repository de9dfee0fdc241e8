package dev.paddock.rewardmodel.scoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The numbers a model computes with. */
public enum Precision {
    @JsonProperty("int8")
    INT8,
    @JsonProperty("fp16")
    FP16,
    @JsonProperty("bf16")
    BF16,
    @JsonProperty("fp32")
    FP32;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
