package dev.paddock.rewardmodel.training.heads;

import dev.paddock.rewardmodel.pairs.LabelledPair;
import java.util.ArrayList;
import java.util.List;

/** Answers as vectors with what people said of their safety, row by row. */
record SafetyExamples(float[][] vectors, boolean[] safe) {

    static final SafetyExamples NONE = new SafetyExamples(new float[0][], new boolean[0]);

    /** @param pairs those of the table's rows, in their order */
    static SafetyExamples of(PairTable table, List<LabelledPair> pairs) {
        var vectors = new ArrayList<float[]>();
        var safe = new ArrayList<Boolean>();
        for (var row = 0; row < pairs.size(); row++) {
            if (pairs.get(row).chosenSafe() != null) {
                vectors.add(table.chosen()[row]);
                safe.add(pairs.get(row).chosenSafe());
            }
            if (pairs.get(row).rejectedSafe() != null) {
                vectors.add(table.rejected()[row]);
                safe.add(pairs.get(row).rejectedSafe());
            }
        }
        // Of one label alone nothing can be learnt but that there is no other, and the bias would run away with it.
        if (!safe.contains(true) || !safe.contains(false)) {
            return NONE;
        }
        var labels = new boolean[safe.size()];
        for (var i = 0; i < labels.length; i++) {
            labels[i] = safe.get(i);
        }
        return new SafetyExamples(vectors.toArray(float[][]::new), labels);
    }

    int size() {
        return safe.length;
    }
}
