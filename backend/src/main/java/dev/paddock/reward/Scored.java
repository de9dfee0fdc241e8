package dev.paddock.reward;

import java.util.List;

/**
 * What was asked for, scored.
 *
 * @param model its name
 * @param provider the execution provider it ran on
 * @param scores one for each conversation, in their order; logits, comparable within this model only
 */
public record Scored(String model, String provider, String precision, List<Double> scores) {}
