package dev.paddock.rewardmodel.llama;

import ai.onnxruntime.OrtException;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.UnusableWeights;
import dev.paddock.rewardmodel.llama.conversion.Conversion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model of the Llama architecture, ready to answer. Several threads may use one at the same time; each call computes on the thread that
 * makes it and on no other, so as many run at once as there are callers.
 */
public final class Llama implements AutoCloseable {

    private static final long PREFIX_BYTES = 128L << 20;
    private static final long ANSWER_BYTES = 4L << 30;

    private final Decoder decoder;
    private final Vocabulary vocabulary;
    private final PromptFormat format;
    private final Set<Integer> ends;
    private final Description description;
    private final PrefixCache prefixes;

    private Llama(ModelDirectory directory, Decoder decoder, Vocabulary vocabulary, long answerBytes)
            throws IOException {
        this.decoder = decoder;
        this.vocabulary = vocabulary;
        this.format = directory.promptFormat(vocabulary);
        this.ends = ends(directory);
        this.description = describe(directory, answerBytes);
        this.prefixes = new PrefixCache(decoder.ports(), PREFIX_BYTES);
        // A vocabulary without the marks of the format is refused now and not at the first question.
        countTokens(List.of(Message.user("?")));
    }

    /**
     * @param weights a GGUF file, or a directory as Optimum and transformers.js export it
     * @param cache where a converted GGUF file is kept for the next time; made if need be
     * @throws UnusableWeights when the files are missing, damaged or of a kind that does not run here
     * @throws IOException also when the disk is full; nothing half written stays behind
     */
    public static Llama open(Path weights, Path cache) throws IOException {
        return open(weights, cache, ANSWER_BYTES, fraction -> {});
    }

    /**
     * @param answerBytes memory that keys and values of one answer may take; a context that would need more counts as shorter
     * @param progress of a conversion, 0 to 1; never called when there is none to do
     */
    public static Llama open(Path weights, Path cache, long answerBytes, DoubleConsumer progress) throws IOException {
        if (Files.isDirectory(weights)) {
            return open(ModelDirectory.of(weights), answerBytes);
        }
        if (!Files.isRegularFile(weights)) {
            throw new UnusableWeights("There are no weights at %s.".formatted(weights));
        }
        var checksum = Sha256.of(weights);
        var madeNow = new AtomicBoolean();
        var converted = Conversion.of(weights, cache, checksum, fraction -> {
            madeNow.set(true);
            progress.accept(fraction);
        });
        try {
            return open(ModelDirectory.of(converted), answerBytes);
        } catch (UnusableWeights unusable) {
            // What was made a moment ago is not damaged: the weights themselves are of no use.
            if (madeNow.get()) {
                throw unusable;
            }
            return open(ModelDirectory.of(Conversion.again(weights, cache, checksum, progress)), answerBytes);
        }
    }

    private static Llama open(ModelDirectory directory, long answerBytes) throws IOException {
        var vocabulary = directory.vocabulary();
        try {
            return open(directory, vocabulary, answerBytes);
        } catch (IOException | RuntimeException e) {
            vocabulary.close();
            throw e;
        }
    }

    private static Llama open(ModelDirectory directory, Vocabulary vocabulary, long answerBytes) throws IOException {
        var decoder = Decoder.open(directory.graph());
        try {
            return new Llama(directory, decoder, vocabulary, answerBytes);
        } catch (IOException | RuntimeException e) {
            decoder.close();
            throw e;
        }
    }

    private Set<Integer> ends(ModelDirectory directory) {
        var marks = format.ends().stream().filter(vocabulary::has).mapToInt(vocabulary::id);
        return IntStream.concat(marks, directory.endTokens()).boxed().collect(Collectors.toUnmodifiableSet());
    }

    private Description describe(ModelDirectory directory, long answerBytes) throws IOException {
        var affordable = answerBytes / decoder.ports().cacheBytes(1);
        return new Description(
                directory.name(),
                directory.architecture(),
                (int) Math.min(directory.contextLength(), affordable),
                vocabulary.size(),
                format.name(),
                directory.weightsSha256(),
                decoder.engine(),
                Processor.describe());
    }

    public Description describe() {
        return description;
    }

    /** The conversation as the model gets to see it, up to where its answer begins. */
    public String render(List<Message> conversation) {
        return format.prompt(conversation).content();
    }

    public int countTokens(List<Message> conversation) {
        return vocabulary.encode(format.prompt(conversation)).length;
    }

    /**
     * Answers the last message of the conversation, and returns when the answer is complete or cancelled.
     *
     * @throws PromptTooLong when conversation and {@link Decoding#maxTokens()} together exceed the context
     * @throws IllegalArgumentException when the roles do not alternate or the last message is not the user's
     */
    public Completion generate(
            List<Message> conversation, Decoding decoding, TokenSink sink, Cancellation cancellation) {
        var prompt = vocabulary.encode(format.prompt(conversation));
        var room = description.contextLength() - decoding.maxTokens();
        if (prompt.length > room) {
            throw new PromptTooLong(prompt.length, Math.max(0, room));
        }
        var generation = new Generation(prompt, decoding, vocabulary, ends, sink, cancellation);
        try (var track = decoder.track(prompt.length + decoding.maxTokens())) {
            return generation.run(track, prefixes);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    /** No call may be running any more. */
    @Override
    public void close() {
        prefixes.close();
        decoder.close();
        vocabulary.close();
    }
}
