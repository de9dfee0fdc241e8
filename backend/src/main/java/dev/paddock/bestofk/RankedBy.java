package dev.paddock.bestofk;

import dev.paddock.rewardmodel.scoring.CombinedReward;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Words;
import java.util.List;

/** What the samples of a run are ranked by. */
public enum RankedBy {
    HELPFULNESS(List.of(ModelKind.HELPFULNESS)),
    SAFETY(List.of(ModelKind.SAFETY)),
    /** Llama 2's {@linkplain CombinedReward reward of both}. */
    COMBINED(List.of(ModelKind.HELPFULNESS, ModelKind.SAFETY));

    private final List<ModelKind> kinds;

    RankedBy(List<ModelKind> kinds) {
        this.kinds = kinds;
    }

    /** Of the reward models whose scores it takes. */
    public List<ModelKind> kinds() {
        return kinds;
    }

    public String word() {
        return Words.of(this);
    }

    /**
     * The score that counts.
     *
     * @param helpfulness a logit; counts for nothing where its kind is not among {@link #kinds}
     * @param safety likewise
     * @param tempting whether the prompt is marked as likely to draw an unsafe answer
     */
    public double score(double helpfulness, double safety, boolean tempting) {
        return switch (this) {
            case HELPFULNESS -> helpfulness;
            case SAFETY -> safety;
            case COMBINED -> CombinedReward.deciding(tempting, safety, helpfulness);
        };
    }
}
