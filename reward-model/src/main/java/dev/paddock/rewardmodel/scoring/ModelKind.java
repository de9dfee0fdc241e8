package dev.paddock.rewardmodel.scoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a reward model rewards. One model for both is at chance on one of them, so there are always two. */
public enum ModelKind {
    @JsonProperty("helpfulness")
    HELPFULNESS,
    @JsonProperty("safety")
    SAFETY;

    /** As JSON, URLs and pages write it: {@code helpfulness}, {@code safety}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
