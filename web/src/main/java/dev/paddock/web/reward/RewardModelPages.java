package dev.paddock.web.reward;

import dev.paddock.people.Caller;
import dev.paddock.reward.RewardModels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The reward models, and one of them with its card. */
@Controller
class RewardModelPages {

    private final RewardModels rewardModels;

    RewardModelPages(RewardModels rewardModels) {
        this.rewardModels = rewardModels;
    }

    @GetMapping("/reward-models")
    String list(Caller caller, Model model) {
        model.addAttribute("models", rewardModels.list(caller));
        return "reward/list";
    }

    @GetMapping("/reward-models/{name}")
    String one(Caller caller, @PathVariable String name, Model model) {
        model.addAttribute("seen", rewardModels.get(caller, name));
        model.addAttribute("card", rewardModels.card(caller, name));
        model.addAttribute("agreement", rewardModels.agreement(caller, name));
        return "reward/model";
    }
}
