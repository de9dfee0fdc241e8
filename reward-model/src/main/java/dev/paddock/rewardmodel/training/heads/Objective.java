package dev.paddock.rewardmodel.training.heads;

/** A smooth function of many variables, to be made small. */
interface Objective {

    /** The value at a point, whose gradient is written into {@code gradient}. */
    double at(double[] point, double[] gradient);
}
