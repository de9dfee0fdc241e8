package dev.paddock.annotations;

/** Where an answer stood on the screen of the person who judged it. */
public enum Side {
    LEFT,
    RIGHT;

    Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
