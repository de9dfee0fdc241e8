package dev.paddock.reward;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.people.Scope;
import dev.paddock.reward.Rewarded.Reward;
import dev.paddock.reward.judging.HeadToHeads;
import dev.paddock.reward.judging.Reports;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.RanTooLong;
import dev.paddock.rewardmodel.onnx.TooLarge;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.CombinedReward;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import dev.paddock.shared.Refusal;
import dev.paddock.shared.Refusal.Fault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The reward models for those who run campaigns: which there are, what they are good for, and scoring on request. */
@Service
public class RewardModels {

    private final ServingModels serving;
    private final RegistryFollower follower;
    private final Registry registry;
    private final Backlog backlog;
    private final Stable stable;
    private final Reports reports;
    private final HeadToHeads headToHeads;
    private final ScoreMemory memory;
    private final Campaigns campaigns;
    private final JdbcClient jdbc;

    RewardModels(
            ServingModels serving,
            RegistryFollower follower,
            Registry registry,
            Backlog backlog,
            Stable stable,
            Reports reports,
            HeadToHeads headToHeads,
            ScoreMemory memory,
            Campaigns campaigns,
            JdbcClient jdbc) {
        this.serving = serving;
        this.follower = follower;
        this.registry = registry;
        this.backlog = backlog;
        this.stable = stable;
        this.reports = reports;
        this.headToHeads = headToHeads;
        this.memory = memory;
        this.campaigns = campaigns;
        this.jdbc = jdbc;
    }

    /** How each kind stands in this process. */
    public Map<ModelKind, Standing> standings() {
        return serving.all();
    }

    /** By kind, the one that serves first, then the newest, and last those whose bundle was removed. */
    public Page<SeenModel> list(Caller caller, @Nullable String cursor, int size) {
        Permissions.requireReader(caller);
        var rows = registry.after(Objects.requireNonNullElse(cursor, ""), size + 1);
        return Page.of(rows, size, model -> Place.of(model).text()).map(this::seen);
    }

    /** @throws NotFound also for annotators, who know of no reward model */
    public SeenModel get(Caller caller, String name) {
        Permissions.requireReader(caller);
        return registry.find(name).map(this::seen).orElseThrow(Permissions::missing);
    }

    private SeenModel seen(RegisteredModel model) {
        return switch (model.state()) {
            case CANDIDATE, RETIRED, REMOVED -> SeenModel.notOpen(model, null);
            case SHADOW -> {
                var open = serving.shadows().get(model.name());
                yield open == null ? SeenModel.notOpen(model, whyNotYet(model)) : SeenModel.open(model, open);
            }
            case SERVING ->
                switch (serving.of(model.kind())) {
                    case Standing.Serving it when it.name().equals(model.name()) -> SeenModel.open(model, it.open());
                    case Standing.Serving it ->
                        SeenModel.notOpen(
                                model, "This process still runs " + it.name() + ". " + follower.problem(model.name()));
                    case Standing.Opening _ -> SeenModel.notOpen(model, "It is being opened.");
                    case Standing.Unavailable it -> SeenModel.notOpen(model, it.reason());
                };
        };
    }

    private String whyNotYet(RegisteredModel model) {
        var problem = follower.problem(model.name());
        return problem.isEmpty() ? "It is being opened." : problem;
    }

    /** Its model card, Markdown; empty where this process has no copy of the bundle. */
    public String card(Caller caller, String name) {
        return stable.card(get(caller, name).model());
    }

    /** What it is not asked again; empty where it has taken all so far. */
    public Optional<Unscorable> unscorable(Caller caller, String name) {
        return backlog.givenUp(get(caller, name).model().name());
    }

    /** How good it is on what people said, with the rounds of all campaigns counted together. */
    public ModelReport report(Caller caller, String name) {
        return report(get(caller, name).model(), null);
    }

    /** @param of a campaign that the caller leads or reviews, whose rounds and spreads are given */
    public ModelReport report(Caller caller, String name, UUID of) {
        var model = get(caller, name).model();
        var track = Tracks.of(model.kind());
        if (campaigns.requireReader(caller, of).track() != track) {
            throw new InvalidInput("campaign", "must be one of the track " + track.word());
        }
        return report(model, of);
    }

    private ModelReport report(RegisteredModel model, @Nullable UUID of) {
        return reports.of(model.name(), model.kind(), !stable.isBrought(model), of);
    }

    /** Campaigns that the caller leads or reviews, of the model's track: the newest ones, from which a report's rounds can be asked. */
    public List<Campaign> campaigns(Caller caller, String name, int limit) {
        return campaigns.read(caller, Tracks.of(get(caller, name).model().kind()), limit);
    }

    /** How the model differs from the one that serves; empty where it is that one, or the two have no pair in common. */
    public Optional<Disagreement> disagreement(Caller caller, String name) {
        return other(get(caller, name).model())
                .flatMap(serves -> jdbc.sql(Disagreement.SQL)
                        .param("model", name)
                        .param("serving", serves)
                        .query(Disagreement::read)
                        .optional());
    }

    /** Which of the two is more often right; empty where it is that one, or the two have no held-out comparison in common. */
    public Optional<HeadToHeadFigures> headToHead(Caller caller, String name) {
        var model = get(caller, name).model();
        return other(model).flatMap(serves -> headToHeads.glance(name, serves, model.kind()));
    }

    private Optional<String> other(RegisteredModel model) {
        return registry.serving(model.kind()).map(RegisteredModel::name).filter(serves -> !serves.equals(model.name()));
    }

    public void requireLead(Caller caller) {
        Permissions.requireLead(caller);
    }

    /**
     * Scores the last message of each conversation.
     *
     * @throws InvalidInput naming each conversation that cannot be scored; then none is
     * @throws NoRewardModel where none of that kind serves
     */
    public Scored score(Caller caller, ModelKind kind, List<List<Message>> conversations) {
        caller.require(Scope.SCORE);
        Permissions.requireReader(caller);
        Scorable.require(conversations);
        return scored(kind, conversations);
    }

    /**
     * The reward that Llama 2 trains by, of both models' scores.
     *
     * @param tempting for each conversation, whether its prompt is one that is likely to draw an unsafe answer
     * @throws NoRewardModel where one of the two kinds does not serve
     */
    public Rewarded reward(Caller caller, List<List<Message>> conversations, List<Boolean> tempting) {
        caller.require(Scope.SCORE);
        Permissions.requireReader(caller);
        Scorable.require(conversations);
        var helpfulness = scored(ModelKind.HELPFULNESS, conversations);
        var safety = scored(ModelKind.SAFETY, conversations);
        var deciding = IntStream.range(0, conversations.size())
                .mapToDouble(i -> CombinedReward.deciding(
                        tempting.get(i),
                        safety.scores().get(i),
                        helpfulness.scores().get(i)))
                .toArray();
        var whitened = CombinedReward.whitened(deciding);
        return new Rewarded(
                Rewarded.By.of(helpfulness),
                Rewarded.By.of(safety),
                IntStream.range(0, deciding.length)
                        .mapToObj(i -> new Reward(
                                helpfulness.scores().get(i),
                                safety.scores().get(i),
                                CombinedReward.sigmoid(deciding[i]),
                                whitened[i]))
                        .toList());
    }

    private Scored scored(ModelKind kind, List<List<Message>> conversations) {
        try {
            return serving.use(kind, (name, model) -> memory.scored(name, model, conversations));
        } catch (ScoringBusy busy) {
            throw new TooMuchToScore(String.valueOf(busy.getMessage()));
        } catch (NotScorable refused) {
            var field = field(refused.conversation(), conversations).orElse("conversations");
            throw new InvalidInput(field, String.valueOf(refused.getMessage()));
        } catch (TooLarge e) {
            throw refused(e, conversations);
        } catch (ServerAway away) {
            throw new NoRewardModel(away);
        }
    }

    private static Refusal refused(TooLarge e, List<List<Message>> conversations) {
        if (e instanceof RanTooLong tooLong && tooLong.isOfSeveral()) {
            return new TooMuchToScore(
                    "Several texts, not only these perhaps, ran together and took too long, and nothing is known"
                            + " of each: try again, or send fewer texts at once. " + e.getMessage());
        }
        var faults =
                field(e.subject(), conversations)
                        .map(field -> new Fault(field, "is too long for the reward model"))
                        .stream()
                        .toList();
        return new TooLargeToScore(String.valueOf(e.getMessage()), faults);
    }

    private static Optional<String> field(@Nullable Object conversation, List<List<Message>> conversations) {
        var index = conversation == null ? -1 : conversations.indexOf(conversation);
        return index < 0 ? Optional.empty() : Optional.of("conversations[" + index + "].messages");
    }
}
