package dev.paddock.datasets;

import dev.paddock.shared.InvalidInput;

/**
 * What an export is to hold.
 *
 * @param after only comparisons with a larger number: 0 for all, or the last number a broken download got
 */
public record Recipe(Shape shape, Margin margin, long after) {

    public Recipe {
        if (after < 0) {
            throw new InvalidInput("after", "is the number of the last row you have, not " + after + ".");
        }
        if (shape == Shape.HH && margin != Margin.NONE) {
            throw new InvalidInput("margin", "has no place in hh, which is two strings; take format=trl.");
        }
    }
}
