package dev.paddock.reward;

import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import dev.paddock.shared.NotFound;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The reward models for those who run campaigns: which there are, what they are good for, and scoring on request. */
@Service
public class RewardModels {

    private final ServingModels serving;
    private final Registry registry;
    private final Stable stable;
    private final JdbcClient jdbc;

    RewardModels(ServingModels serving, Registry registry, Stable stable, JdbcClient jdbc) {
        this.serving = serving;
        this.registry = registry;
        this.stable = stable;
        this.jdbc = jdbc;
    }

    /** How each kind stands in this process. */
    public Map<ModelKind, Standing> standings() {
        return serving.all();
    }

    /** By kind, the one that serves first. */
    public List<SeenModel> list(Caller caller) {
        requireReader(caller);
        return registry.all().stream().map(this::seen).toList();
    }

    /** @throws NotFound also for annotators, who know of no reward model */
    public SeenModel get(Caller caller, String name) {
        return list(caller).stream()
                .filter(seen -> seen.model().name().equals(name))
                .findFirst()
                .orElseThrow(RewardModels::missing);
    }

    private SeenModel seen(RegisteredModel model) {
        if (!model.state().equals("serving")) {
            return new SeenModel(model, null, null, null);
        }
        return switch (standing(model.kind())) {
            case Standing.Serving it
            when it.name().equals(model.name()) ->
                new SeenModel(
                        model,
                        it.model().provider().label(),
                        it.model().card().precision().label(),
                        null);
            case Standing.Serving it -> new SeenModel(model, null, null, "This process still runs " + it.name() + ".");
            case Standing.Opening _ -> new SeenModel(model, null, null, "It is being opened.");
            case Standing.Unavailable it -> new SeenModel(model, null, null, it.reason());
        };
    }

    private Standing standing(String kind) {
        return serving.of(kind.equals("safety") ? ModelKind.SAFETY : ModelKind.HELPFULNESS);
    }

    /** Its model card, Markdown; empty where this process has no copy of the bundle. */
    public String card(Caller caller, String name) {
        return stable.card(get(caller, name).model());
    }

    /** With what people chose, by track and degree; over all campaigns. */
    public List<Agreement> agreement(Caller caller, String name) {
        var model = get(caller, name).model();
        return jdbc.sql(Agreement.SQL)
                .param("model", model.name())
                .query(Agreement::read)
                .list();
    }

    /**
     * Scores the last message of each conversation.
     *
     * @throws dev.paddock.shared.InvalidInput naming each conversation that cannot be scored; then none is
     * @throws NoRewardModel where none of that kind serves
     */
    public Scored score(Caller caller, ModelKind kind, List<List<Message>> conversations) {
        caller.require(Scope.SCORE);
        requireReader(caller);
        Scorable.require(conversations);
        return switch (serving.of(kind)) {
            case Standing.Serving it -> scored(it.name(), it.model(), conversations);
            case Standing.Opening _ ->
                throw new NoRewardModel(
                        "The " + kind.label() + " reward model is being opened. Try again in some seconds.");
            case Standing.Unavailable it -> throw new NoRewardModel(it.reason());
        };
    }

    private static Scored scored(String name, RewardModel model, List<List<Message>> conversations) {
        var scores = model.scoreAll(conversations).stream().map(Score::value).toList();
        return new Scored(
                name, model.provider().label(), model.card().precision().label(), scores);
    }

    private static void requireReader(Caller caller) {
        if (caller.role() == Role.ANNOTATOR) {
            throw missing();
        }
    }

    private static NotFound missing() {
        return new NotFound("reward model");
    }
}
