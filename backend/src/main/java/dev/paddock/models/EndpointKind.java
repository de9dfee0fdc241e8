package dev.paddock.models;

/** How an endpoint generates: in this process, or on a server that speaks OpenAI's protocol. */
public enum EndpointKind {
    EMBEDDED,
    OPENAI
}
