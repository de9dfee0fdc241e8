package dev.paddock.trainings;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Track;
import dev.paddock.datasets.JudgedPairs;
import dev.paddock.datasets.Margin;
import dev.paddock.people.Caller;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.training.Retraining;
import dev.paddock.shared.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Trainings that nobody has to ask for: after every so many new comparisons of a campaign. */
@Service
@Transactional
public class TrainingPlans {

    private static final int MOST = 1_000_000;

    private final TrainingRunTable runs;
    private final JudgedPairs pairs;
    private final Campaigns campaigns;
    private final JdbcClient jdbc;

    TrainingPlans(TrainingRunTable runs, JudgedPairs pairs, Campaigns campaigns, JdbcClient jdbc) {
        this.runs = runs;
        this.pairs = pairs;
        this.campaigns = campaigns;
        this.jdbc = jdbc;
    }

    public TrainingPlan put(Caller caller, UUID campaign, int every, Margin margin) {
        campaigns.requireLead(caller, campaign);
        if (every < Retraining.FEWEST || every > MOST) {
            throw new InvalidInput("every", "must be " + Retraining.FEWEST + " to " + MOST + " comparisons");
        }
        jdbc.sql("""
                        insert into training_plan (campaign_id, every, margin, person_id) values (?, ?, ?, ?)
                        on conflict (campaign_id) do update
                        set every = excluded.every, margin = excluded.margin, person_id = excluded.person_id
                        """).params(campaign, every, margin.word(), caller.person()).update();
        return new TrainingPlan(campaign, every, margin, caller.person());
    }

    @Transactional(readOnly = true)
    public Optional<TrainingPlan> find(Caller caller, UUID campaign) {
        campaigns.requireLead(caller, campaign);
        return jdbc.sql("select * from training_plan where campaign_id = ?")
                .param(campaign)
                .query(TrainingPlans::row)
                .optional();
    }

    public void remove(Caller caller, UUID campaign) {
        campaigns.requireLead(caller, campaign);
        jdbc.sql("delete from training_plan where campaign_id = ?")
                .param(campaign)
                .update();
    }

    @Scheduled(fixedDelayString = "${paddock.reward.plans:1m}", initialDelayString = "${paddock.reward.plans:1m}")
    void startDue() {
        due().forEach(plan ->
                runs.add(kind(plan), List.of(plan.campaign()), pairs.last(), plan.margin(), plan.person()));
    }

    /** With as many new comparisons since the last training on the campaign, whoever asked for that; one replica at a time looks. */
    private List<TrainingPlan> due() {
        return jdbc.sql("""
                        select plan.* from training_plan plan
                         where not exists (select from training_run pending
                                            where plan.campaign_id = any(pending.campaigns) and pending.state in ('waiting', 'running'))
                           and (select count(*) from comparison c
                                 where c.campaign_id = plan.campaign_id and c.revises is null
                                   and c.number > coalesce((select max(last) from training_run run
                                                             where plan.campaign_id = any(run.campaigns)), 0)) >= plan.every
                        for update skip locked
                        """).query(TrainingPlans::row).list();
    }

    private ModelKind kind(TrainingPlan plan) {
        return campaigns.trackOf(plan.campaign()) == Track.SAFETY ? ModelKind.SAFETY : ModelKind.HELPFULNESS;
    }

    private static TrainingPlan row(ResultSet row, int number) throws SQLException {
        return new TrainingPlan(
                row.getObject("campaign_id", UUID.class),
                row.getInt("every"),
                Margin.of(row.getString("margin")),
                row.getObject("person_id", UUID.class));
    }
}
