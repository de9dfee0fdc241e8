package dev.paddock.web.tasks;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.tasks.Desk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Annotating")
class ProgressApi {

    private final Campaigns campaigns;
    private final Desk desk;

    ProgressApi(Campaigns campaigns, Desk desk) {
        this.campaigns = campaigns;
        this.desk = desk;
    }

    @Operation(
            summary = "Says how far you, and everybody together, have come in a campaign.",
            description =
                    "`mine` counts the tasks you have answered, `held` is true while you have one in hand; `answered` of `slots` are"
                            + " everybody's.")
    @GetMapping("/api/campaigns/{campaign}/progress")
    Desk.Progress mine(Caller caller, @PathVariable UUID campaign) {
        campaigns.requireAnnotator(caller, campaign);
        return Objects.requireNonNull(desk.progress(caller, List.of(campaign)).get(campaign));
    }
}
