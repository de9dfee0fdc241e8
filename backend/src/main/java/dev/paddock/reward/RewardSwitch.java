package dev.paddock.reward;

import org.springframework.stereotype.Component;

/** Whether this process runs reward models ({@code paddock.reward.enabled}), and so does the jobs that ask them. */
@Component
public class RewardSwitch {

    private final RewardSettings settings;

    RewardSwitch(RewardSettings settings) {
        this.settings = settings;
    }

    public boolean isOn() {
        return settings.enabled();
    }
}
