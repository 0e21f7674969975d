package io.citytwin.adapter.ditto.internal.link;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** There was no connection, or it broke before the answer: nobody knows whether the command was done. Immutable. */
public final class LinkLost extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * A loss.
     *
     * @param problem one sentence
     * @param cause what the client said, or null
     */
    public LinkLost(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
