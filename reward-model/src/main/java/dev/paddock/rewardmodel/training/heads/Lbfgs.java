package dev.paddock.rewardmodel.training.heads;

import java.util.ArrayDeque;

/**
 * Minimises a smooth convex function by limited-memory BFGS with a backtracking line search. No library: the ones for the JVM bring a
 * numerics stack of several megabytes for this one loop.
 */
final class Lbfgs {

    private static final int MEMORY = 10;
    private static final double SUFFICIENT = 1e-4;

    private final int iterations;
    private final double tolerance;
    private final ArrayDeque<Step> steps = new ArrayDeque<>();

    /** @param tolerance the length of the gradient at which to stop */
    Lbfgs(int iterations, double tolerance) {
        this.iterations = iterations;
        this.tolerance = tolerance;
    }

    private record Step(double[] move, double[] change, double curvature) {}

    double[] minimise(Objective objective, double[] start) {
        steps.clear();
        var point = start.clone();
        var gradient = new double[point.length];
        var value = objective.at(point, gradient);
        for (var i = 0; i < iterations && length(gradient) > tolerance; i++) {
            var direction = direction(gradient);
            var next = new double[point.length];
            var nextGradient = new double[point.length];
            var nextValue = descend(objective, point, value, gradient, direction, next, nextGradient);
            if (!(nextValue < value)) {
                return point;
            }
            remember(minus(next, point), minus(nextGradient, gradient));
            point = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return point;
    }

    private double descend(
            Objective objective,
            double[] point,
            double value,
            double[] gradient,
            double[] direction,
            double[] next,
            double[] nextGradient) {
        var slope = dot(gradient, direction);
        var stride = steps.isEmpty() ? Math.min(1, 1 / length(gradient)) : 1.0;
        var nextValue = value;
        for (var halvings = 0; halvings < 40; halvings++, stride /= 2) {
            for (var i = 0; i < point.length; i++) {
                next[i] = point[i] + stride * direction[i];
            }
            nextValue = objective.at(next, nextGradient);
            if (nextValue <= value + SUFFICIENT * stride * slope) {
                break;
            }
        }
        return nextValue;
    }

    private void remember(double[] move, double[] change) {
        var curvature = dot(move, change);
        if (curvature > 1e-12 * dot(change, change)) {
            steps.addLast(new Step(move, change, curvature));
            if (steps.size() > MEMORY) {
                steps.removeFirst();
            }
        }
    }

    /** The two-loop recursion: minus the gradient, bent by what the last steps told about the curvature. */
    private double[] direction(double[] gradient) {
        var direction = new double[gradient.length];
        add(direction, -1, gradient);
        var shares = new ArrayDeque<Double>();
        for (var step : steps.reversed()) {
            var share = dot(step.move, direction) / step.curvature;
            add(direction, -share, step.change);
            shares.addFirst(share);
        }
        if (!steps.isEmpty()) {
            var last = steps.getLast();
            scale(direction, last.curvature / dot(last.change, last.change));
        }
        for (var step : steps) {
            add(direction, shares.removeFirst() - dot(step.change, direction) / step.curvature, step.move);
        }
        return direction;
    }

    private static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double length(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static void add(double[] to, double times, double[] what) {
        for (var i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static void scale(double[] a, double by) {
        for (var i = 0; i < a.length; i++) {
            a[i] *= by;
        }
    }

    private static double[] minus(double[] a, double[] b) {
        var difference = a.clone();
        add(difference, -1, b);
        return difference;
    }
}
