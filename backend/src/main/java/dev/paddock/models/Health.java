package dev.paddock.models;

/** @param told what the server said, or why it could not; a sentence for the owner */
public record Health(boolean answers, String told) {}
