package dev.paddock.reward;

import dev.paddock.campaigns.Track;
import dev.paddock.rewardmodel.scoring.ModelKind;

/** Each track has a kind of reward model, which rewards what people judge by there. */
public final class Tracks {

    private Tracks() {}

    public static ModelKind kind(Track track) {
        return switch (track) {
            case HELPFULNESS -> ModelKind.HELPFULNESS;
            case SAFETY -> ModelKind.SAFETY;
        };
    }

    public static Track of(ModelKind kind) {
        return switch (kind) {
            case HELPFULNESS -> Track.HELPFULNESS;
            case SAFETY -> Track.SAFETY;
        };
    }
}
