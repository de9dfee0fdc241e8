package dev.paddock.rewardmodel.llama;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.paddock.rewardmodel.llama.Completion.Finish;
import java.util.Set;

/** One answer in the making: feed the prompt, then draw, tell and feed token by token. */
final class Generation {

    private final int[] prompt;
    private final Decoding decoding;
    private final Vocabulary vocabulary;
    private final Set<Integer> ends;
    private final Cancellation cancellation;
    private final Sampler sampler;
    private final Utterance utterance;
    private int tokens;
    private double logProbability;

    Generation(
            int[] prompt,
            Decoding decoding,
            Vocabulary vocabulary,
            Set<Integer> ends,
            TokenSink sink,
            Cancellation cancellation) {
        this.prompt = prompt;
        this.decoding = decoding;
        this.vocabulary = vocabulary;
        this.ends = ends;
        this.cancellation = cancellation;
        this.sampler = new Sampler(decoding);
        this.utterance = new Utterance(decoding.stop(), vocabulary.startsWithSpace(), sink);
    }

    Completion run(Track track, PrefixCache prefixes) throws OrtException {
        try (var options = new OrtSession.RunOptions()) {
            Runnable terminate = () -> terminate(options);
            cancellation.listen(terminate);
            try {
                return completion(finish(track, prefixes, options));
            } finally {
                cancellation.forget(terminate);
            }
        }
    }

    private static void terminate(OrtSession.RunOptions options) {
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private Finish finish(Track track, PrefixCache prefixes, OrtSession.RunOptions options) throws OrtException {
        try {
            return speak(track, feedPrompt(track, prefixes, options), options);
        } catch (OrtException e) {
            if (cancellation.isCancelled()) {
                return Finish.CANCELLED;
            }
            throw e;
        }
    }

    private float[] feedPrompt(Track track, PrefixCache prefixes, OrtSession.RunOptions options) throws OrtException {
        if (track instanceof SharedTrack shared) {
            prefixes.restore(prompt, shared);
        }
        var logits = new float[0];
        while (track.position() < prompt.length) {
            var from = track.position();
            logits = track.feed(prompt, from, Math.min(from + PrefixCache.CHUNK, prompt.length), options);
        }
        if (track instanceof SharedTrack shared) {
            prefixes.save(prompt, shared);
        }
        return logits;
    }

    private Finish speak(Track track, float[] logits, OrtSession.RunOptions options) throws OrtException {
        var next = new int[1];
        while (!cancellation.isCancelled()) {
            var draw = sampler.next(logits);
            if (ends.contains(draw.token())) {
                return Finish.STOP;
            }
            tokens++;
            logProbability += draw.logProbability();
            if (utterance.add(vocabulary.bytes(draw.token()), draw.logProbability())) {
                return Finish.STOP;
            }
            if (tokens == decoding.maxTokens()) {
                return Finish.LENGTH;
            }
            next[0] = draw.token();
            logits = track.feed(next, 0, 1, options);
        }
        return Finish.CANCELLED;
    }

    private Completion completion(Finish finish) {
        utterance.finish();
        return new Completion(
                utterance.text(), finish, prompt.length, tokens, tokens == 0 ? 0 : logProbability / tokens);
    }
}
