package dev.paddock.web.reward;

import dev.paddock.reward.RewardModels;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Which reward models serve and on which execution provider. Without any, Paddock is well all the same: only scores are missing. */
@Component("rewardModelsHealthIndicator") // Spring Boot shows it without its last two words.
class RewardModelsHealth implements HealthIndicator {

    private final RewardModels rewardModels;

    RewardModelsHealth(RewardModels rewardModels) {
        this.rewardModels = rewardModels;
    }

    @Override
    public Health health() {
        var health = Health.up();
        rewardModels.standings().forEach((kind, standing) -> health.withDetail(kind.label(), standing.told()));
        return health.build();
    }
}
