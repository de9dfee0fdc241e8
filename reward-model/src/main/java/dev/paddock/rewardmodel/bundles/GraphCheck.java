package dev.paddock.rewardmodel.bundles;

import dev.paddock.rewardmodel.inference.Batch;
import dev.paddock.rewardmodel.onnx.OnnxModel;
import dev.paddock.rewardmodel.scoring.ModelCard;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;

/** Whether a graph has the inputs and the output that its card says, and such as this build can use. */
record GraphCheck(Path folder, ModelCard card) {

    /** @throws BundleRefused where it has not */
    void check(OnnxModel onnx) {
        checkInputs(onnx);
        if (!onnx.outputs().contains(card.output())) {
            throw new BundleRefused(
                    folder, Bundle.MODEL + " has no output " + card.output() + " but " + new TreeSet<>(onnx.outputs()));
        }
        checkShape(onnx.shape(card.output()));
    }

    private void checkInputs(OnnxModel onnx) {
        var inputs = new TreeSet<>(onnx.inputs());
        if (!inputs.equals(new TreeSet<>(card.inputs()))) {
            throw new BundleRefused(
                    folder,
                    Bundle.MODEL + " has the inputs " + inputs + ", its card says " + new TreeSet<>(card.inputs()));
        }
        if (!Batch.INPUTS.containsAll(inputs)) {
            throw new BundleRefused(folder, Bundle.MODEL + " wants inputs that this build cannot give: " + inputs);
        }
        if (inputs.contains("features") != (card.features() != null)) {
            throw new BundleRefused(folder, "its card and its graph do not agree on whether it reads features");
        }
    }

    /** What a graph leaves open shows when it scores. */
    private void checkShape(long[] shape) {
        var oneEach = shape.length <= 1 || shape.length == 2 && (shape[1] == 1 || shape[1] == -1);
        if (!oneEach) {
            throw new BundleRefused(
                    folder,
                    "its output " + card.output() + " has the shape " + Arrays.toString(shape)
                            + "; one number a conversation is [batch] or [batch, 1]");
        }
    }
}
