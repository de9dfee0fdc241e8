package dev.paddock.people;

/**
 * A new token.
 *
 * @param secret what to send as {@code Authorization: Bearer …}; known here and now only
 */
public record IssuedToken(ApiToken token, String secret) {

    @Override
    public String toString() {
        return "IssuedToken[" + token.id() + "]";
    }
}
