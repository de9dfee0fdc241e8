package dev.paddock.prompts;

/** @param reason the end of a sentence that begins with the line */
public record RefusedLine(long line, String reason) {}
