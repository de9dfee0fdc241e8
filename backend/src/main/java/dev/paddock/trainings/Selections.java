package dev.paddock.trainings;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.datasets.JudgedPairs;
import dev.paddock.reward.Tracks;
import dev.paddock.rewardmodel.training.Progress;
import java.util.LinkedHashSet;
import org.springframework.stereotype.Component;

/** Reads, once, what a training learns from and what judges it. */
@Component
class Selections {

    private final JudgedPairs judged;
    private final Campaigns campaigns;

    Selections(JudgedPairs judged, Campaigns campaigns) {
        this.judged = judged;
        this.campaigns = campaigns;
    }

    Selection of(Training training, Progress progress) {
        var selection = new Selection(training);
        var read = new LinkedHashSet<>(training.campaigns());
        read.addAll(campaigns.of(Tracks.of(training.kind())));
        for (var campaign : read) {
            judged.read(campaign, training.last(), pair -> {
                progress.at("gathering comparisons", selection.size(), 0);
                selection.add(campaign, pair);
            });
        }
        return selection;
    }
}
