package dev.paddock.reward.judging;

import java.util.List;
import java.util.function.Predicate;

/** Whether people, and the model, prefer longer answers as such. */
record LengthBias(List<Verdict> verdicts) {

    /** An accuracy, in percent: equally long answers count as half right. */
    double lengthOnly() {
        var longer = verdicts.stream()
                .mapToInt(verdict -> Integer.compare(
                        verdict.chosen().length(), verdict.rejected().length()))
                .mapToDouble(sign -> (1 + sign) / 2.0)
                .average()
                .orElse(0.5);
        return 100 * Math.max(longer, 1 - longer);
    }

    double longerByPeople() {
        return share(verdict -> verdict.chosen().length() > verdict.rejected().length());
    }

    double longerByModel() {
        return share(verdict ->
                verdict.chosen().length() > verdict.rejected().length() == verdict.gap() > 0 && verdict.gap() != 0);
    }

    private double share(Predicate<Verdict> longer) {
        var differing = verdicts.stream()
                .filter(verdict ->
                        verdict.chosen().length() != verdict.rejected().length())
                .toList();
        return differing.isEmpty()
                ? 50
                : 100.0 * differing.stream().filter(longer).count() / differing.size();
    }
}
