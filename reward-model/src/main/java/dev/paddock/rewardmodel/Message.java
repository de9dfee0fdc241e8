package dev.paddock.rewardmodel;

/**
 * One message of a conversation. A conversation is a list of messages: at most one {@link Role#SYSTEM} message, which comes first, then
 * {@link Role#USER} and {@link Role#ASSISTANT} in turn.
 */
public record Message(Role role, String content) {

    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    public static Message system(String content) {
        return new Message(Role.SYSTEM, content);
    }

    public static Message user(String content) {
        return new Message(Role.USER, content);
    }

    public static Message assistant(String content) {
        return new Message(Role.ASSISTANT, content);
    }
}
