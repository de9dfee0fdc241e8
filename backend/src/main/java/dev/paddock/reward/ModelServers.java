package dev.paddock.reward;

import dev.paddock.models.Models;
import dev.paddock.rewardmodel.remote.Server;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.remote.Servers;
import dev.paddock.shared.Refusal;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * The model servers that the owner added, by their names. A bundle says the name alone: leads register bundles, and whoever could point
 * Paddock at an address could read what answers there.
 */
@Component
class ModelServers implements Servers {

    private final Models models;
    private final RewardSettings settings;

    ModelServers(Models models, RewardSettings settings) {
        this.models = models;
        this.settings = settings;
    }

    @Override
    public Server named(String name) {
        var known = models.server(name)
                .orElseThrow(() -> new ServerAway("is not there: the owner can add it under Models, by this name"));
        try {
            return new Server(
                    models.address(known.id()), models.credentials(known.id()).orElse(null), known.slots());
        } catch (Refusal refused) {
            throw new ServerAway("must not be called: " + refused.getMessage());
        }
    }

    @Override
    public Duration patience() {
        return settings.patience();
    }

    @Override
    public Duration rest() {
        return settings.rest();
    }
}
