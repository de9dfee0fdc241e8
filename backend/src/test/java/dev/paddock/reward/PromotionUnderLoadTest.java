package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PromotionUnderLoadTest extends DefaultWorld {

    @Autowired
    Promotions promotions;

    @Test
    void underLoadNoRequestFailsAndNoneMixesTwoModels() throws Exception {
        var first = running();
        var second = intake.register(grace, Bundles.contrary(ModelKind.SAFETY)).name();
        var over = new AtomicBoolean();
        Callable<List<Scored>> load = () -> {
            var scored = new ArrayList<Scored>();
            while (!over.get()) {
                scored.add(models.score(grace, ModelKind.SAFETY, List.of(greeting(scored.size()), HELLO)));
            }
            return scored;
        };
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = List.of(callers.submit(load), callers.submit(load), callers.submit(load));
            for (var i = 0; i < 4; i++) {
                promotions.promote(grace, i % 2 == 0 ? second : first, "it is a test");
                follower.catchUp();
            }
            over.set(true);
            var seen = new HashSet<String>();
            for (var call : calls) {
                var scored = call.get();
                for (var i = 0; i < scored.size(); i++) {
                    var sign = scored.get(i).model().equals(first) ? 1 : -1;
                    assertThat(scored.get(i).scores()).isEqualTo(signed(sign, scoredByFirst(i)));
                    seen.add(scored.get(i).model());
                }
            }
            assertThat(seen).containsExactlyInAnyOrder(first, second);
        }
    }

    private static List<Message> greeting(int number) {
        return List.of(
                Message.user("How are you?"), Message.assistant("Well, thanks. And your cats, all " + number + "?"));
    }

    /** The model that served first serves again. */
    private List<Double> scoredByFirst(int number) {
        return models.score(grace, ModelKind.SAFETY, List.of(greeting(number), HELLO))
                .scores();
    }

    private static List<Double> signed(int sign, List<Double> scores) {
        return scores.stream().map(score -> sign * score).toList();
    }
}
