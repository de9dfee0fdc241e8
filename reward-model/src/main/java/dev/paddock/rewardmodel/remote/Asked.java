package dev.paddock.rewardmodel.remote;

import dev.paddock.rewardmodel.Message;
import java.util.List;

/** A conversation as a server is given it. */
public sealed interface Asked {

    /** Cut into tokens already: what a person typed cannot become a special token any more. */
    record Tokens(long[] ids) implements Asked {}

    /** Written out, for a server that cuts texts into tokens itself. */
    record Plain(String text) implements Asked {}

    /** For a server that writes it out by a template of its own. */
    record Dialogue(List<Message> messages) implements Asked {}
}
