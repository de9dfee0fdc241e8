package dev.paddock.bestofk;

import dev.paddock.bestofk.curves.Curve;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.ClaimedJobs;
import dev.paddock.shared.JobSettings;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which process works on which run, and how runs end. */
@Component
public class RunClaims extends ClaimedJobs<BestOfKRun> {

    private static final JsonMapper JSON = JsonMapper.shared();

    RunClaims(JdbcClient jdbc, JobSettings settings) {
        super(jdbc, settings, "best_of_k_run", RunTable.COLUMNS, RunTable::row);
    }

    /** Whether another one of the campaign may wait. */
    boolean hasRoom(UUID campaign) {
        return pending("campaign_id = ?", campaign) < MOST_PENDING;
    }

    /** @return false, and nothing done, where somebody wanted it to end or it is another owner's by now */
    public boolean done(UUID id, String owner, Map<ModelKind, String> models, List<Curve> curves) {
        var outcome = "helpfulness_model = :helpfulness, safety_model = :safety, curves = :curves::jsonb";
        return finish(id, owner, outcome)
                        .param("helpfulness", models.get(ModelKind.HELPFULNESS), Types.VARCHAR)
                        .param("safety", models.get(ModelKind.SAFETY), Types.VARCHAR)
                        .param("curves", JSON.writeValueAsString(curves))
                        .update()
                == 1;
    }
}
