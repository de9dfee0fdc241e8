package dev.paddock.rewardmodel.bundles;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.Tokenizer;
import dev.paddock.rewardmodel.pairs.HhRlhf;
import dev.paddock.rewardmodel.scoring.Layout;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.Sequence;
import dev.paddock.rewardmodel.scoring.features.FeatureSet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores real answers one by one, and runs ONNX Runtime alone on the same tokens and features, in turns and on one thread; prints texts per
 * CPU second of each. Arguments: an HH-RLHF file, and how many of its answers.
 */
final class ScoringBenchmark {

    private static final int ROUNDS = 5;

    private ScoringBenchmark() {}

    public static void main(String[] arguments) throws IOException, OrtException {
        var pairs = HhRlhf.read(Path.of(arguments[0])).pairs();
        var texts = pairs.stream()
                .limit(Integer.parseInt(arguments[1]))
                .map(pair -> pair.chosenConversation())
                .toList();
        var folder = DefaultBundles.materialise(Files.createTempDirectory("bundles"), ModelKind.SAFETY);
        try (var model = Bundle.open(folder, ExecutionProviders.cpu());
                var raw = new Raw(folder, model.card(), texts)) {
            for (var round = 0; round <= ROUNDS; round++) {
                var alone = perCpuSecond(texts.size(), raw::run);
                var scored = perCpuSecond(texts.size(), () -> texts.forEach(model::score));
                var kind = round == 0 ? "warm-up" : "round " + round;
                System.out.printf(
                        "%s: ONNX Runtime alone %.1f texts/cpu-s, scoring %.1f, ratio %.3f%n",
                        kind, alone, scored, scored / alone);
            }
        }
    }

    private static double perCpuSecond(int texts, Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        work.run();
        return texts * 1e9 / (threads.getCurrentThreadCpuTime() - before);
    }

    /** ONNX Runtime with everything laid out beforehand. */
    private static final class Raw implements AutoCloseable {

        private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        private final OrtSession session;
        private final List<Map<String, OnnxTensor>> inputs;

        Raw(Path folder, ModelCard card, List<List<Message>> texts) throws OrtException {
            try (var options = new OrtSession.SessionOptions();
                    var tokenizer = Tokenizer.open(folder.resolve("tokenizer.json"))) {
                options.setIntraOpNumThreads(1);
                options.setMemoryPatternOptimization(false);
                this.session =
                        environment.createSession(folder.resolve("model.onnx").toString(), options);
                var layout = new Layout(tokenizer, card.template(), card.truncation());
                this.inputs = texts.stream()
                        .map(text -> tensors(layout.of(text), text))
                        .toList();
            }
        }

        private Map<String, OnnxTensor> tensors(Sequence sequence, List<Message> text) {
            var length = sequence.length();
            var ones = new long[length];
            var types = new long[length];
            for (var i = 0; i < length; i++) {
                ones[i] = 1;
                types[i] = sequence.type(i);
            }
            var tensors = new HashMap<String, OnnxTensor>();
            try {
                tensors.put("input_ids", longs(sequence.ids()));
                tensors.put("attention_mask", longs(ones));
                tensors.put("token_type_ids", longs(types));
                tensors.put("features", OnnxTensor.createTensor(environment, new float[][] {
                    FeatureSet.newest().of(text)
                }));
                return tensors;
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        }

        private OnnxTensor longs(long[] values) throws OrtException {
            return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
        }

        void run() {
            for (var input : inputs) {
                try (var result = session.run(input)) {
                    result.get(0);
                } catch (OrtException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void close() throws OrtException {
            inputs.forEach(map -> map.values().forEach(OnnxTensor::close));
            session.close();
        }
    }
}
