package dev.paddock.samples.generation;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A small model that really generates: a chain of word pairs, learnt from a few sentences, sampled by temperature and seed. For the tests
 * of all that stands around a generator; it keeps the port's contract like the others.
 */
public final class Babbler implements TextGenerator {

    private static final String LEARNT = """
            the llama walks over the hill and the llama looks at the green field and the field is full of grass and
            the grass is wet in the morning and the sun dries the grass before the herd comes down to the river and
            the river runs past the paddock where the herd sleeps at night and the night is cold on the hill and the
            farmer counts the herd and the farmer opens the gate in the morning so that the herd walks to the field
            """;

    private final Map<String, List<String>> followers = new HashMap<>();
    private final int contextTokens;
    private final Duration eachToken;

    public Babbler(int contextTokens, Duration eachToken) {
        this.contextTokens = contextTokens;
        this.eachToken = eachToken;
        var words = LEARNT.strip().split("\\s+");
        for (var i = 0; i + 1 < words.length; i++) {
            followers.computeIfAbsent(words[i], word -> new ArrayList<>()).add(words[i + 1]);
        }
    }

    public static Babbler quick() {
        return new Babbler(1024, Duration.ofMillis(1));
    }

    @Override
    public GeneratorInfo describe() {
        return new GeneratorInfo("babbler", "babbler", "plain", contextTokens);
    }

    @Override
    public Health health() {
        return Health.UP;
    }

    @Override
    public PreparedPrompt prepare(List<Message> messages) {
        var words = messages.stream()
                .mapToInt(message -> message.content().split("\\s+").length)
                .sum();
        return new PreparedPrompt(Sha256.of(messages.toString()), words);
    }

    @Override
    public Generation generate(GenerationRequest request, TokenSink sink) {
        var once = new EndsOnce(sink);
        Thread.ofVirtual().start(() -> babble(request, once));
        return () -> once.failed(new Failure(Failure.Kind.CANCELLED, "cancelled"));
    }

    private void babble(GenerationRequest request, EndsOnce sink) {
        var decoding = request.decoding();
        var prompt = prepare(request.messages());
        if (!prompt.fits(decoding.maxTokens(), contextTokens)) {
            sink.failed(new Failure(Failure.Kind.TOO_LONG, "too long"));
            return;
        }
        var random = new Random(decoding.seed() * 31 + Math.round(decoding.temperature() * 1000));
        var word = "the";
        var said = 0;
        while (said < decoding.maxTokens() && !sink.hasEnded()) {
            LockSupport.parkNanos(eachToken.toNanos());
            if (decoding.stop().contains(word) || (said > 12 && random.nextInt(12) == 0)) {
                break;
            }
            sink.token(said == 0 ? word : " " + word, -1.0);
            said++;
            word = next(word, decoding.temperature(), random);
        }
        var finish = said == decoding.maxTokens() ? Ending.Finish.LENGTH : Ending.Finish.STOP;
        sink.done(new Ending(finish, prompt.tokens(), said, "paddock", "babbler-1", "", "babbler", "", null));
    }

    private String next(String word, double temperature, Random random) {
        var choices = followers.getOrDefault(word, List.of("the"));
        return choices.get(temperature == 0 ? 0 : random.nextInt(choices.size()));
    }
}
