package dev.paddock.people;

/** The first owner is there; listeners of the same transaction furnish the empty house. */
public record OwnerCreated(Caller owner) {}
