package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.context.ApplicationContext;

/** For tests of other modules: has a fake model serve, and shows what is registered. */
public final class FakeModels {

    private final ServingModels serving;
    private final Registry registry;

    public static FakeModels in(ApplicationContext context) {
        return new FakeModels(context.getBean(ServingModels.class), context.getBean(Registry.class));
    }

    private FakeModels(ServingModels serving, Registry registry) {
        this.serving = serving;
        this.registry = registry;
    }

    /** It is called "fake" and likes long answers. */
    public void serveFake(ModelKind kind) {
        serving.serve(kind, new Standing.Serving("fake", new FakeRewardModel(kind)));
    }

    /** @param taste the score of an answer */
    public void serve(ModelKind kind, String name, ToDoubleFunction<String> taste) {
        serving.serve(kind, new Standing.Serving(name, new FakeRewardModel(kind, taste)));
    }

    /** It likes long answers, and its server answers in time where it is asked for one alone. */
    public void serveSlow(ModelKind kind, String name) {
        var fake = new FakeRewardModel(kind);
        fake.mostAtOnce = 1;
        serving.serve(kind, new Standing.Serving(name, fake));
    }

    /** As a model on a server that was opened just now. */
    public void serve(ModelKind kind, String name, ToDoubleFunction<String> taste, Impostor inItsPlace) {
        var fake = new FakeRewardModel(kind, taste);
        fake.era = inItsPlace::era;
        serving.serve(kind, new Standing.Serving(name, fake));
    }

    /** The fake serves as long as this takes, and then again nothing, for the reason that there was. */
    public void whileFakeServes(ModelKind kind, Runnable work) {
        var former = serving.of(kind);
        serveFake(kind);
        try {
            work.run();
        } finally {
            serving.serve(kind, former);
        }
    }

    public void serveNone(ModelKind kind) {
        serving.serve(kind, new Standing.Opening());
    }

    public List<RegisteredModel> registered() {
        return registry.after("", 1_000);
    }

    public Optional<RegisteredModel> serving(ModelKind kind) {
        return registry.serving(kind);
    }

    /** How many answers the fake that serves was asked for each time. */
    public List<Integer> asked(ModelKind kind) {
        return serving.use(kind, (_, model) -> List.copyOf(((FakeRewardModel) model).together));
    }
}
