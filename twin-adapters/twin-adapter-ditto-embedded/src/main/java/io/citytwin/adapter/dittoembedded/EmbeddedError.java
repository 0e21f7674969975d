package io.citytwin.adapter.dittoembedded;

import io.citytwin.core.error.ErrorCode;

/** What can be wrong with an embedded endpoint. Immutable. */
public enum EmbeddedError implements ErrorCode {
    /** Reachable from elsewhere without a login. */
    OPEN("D201", "An endpoint that others could reach has no login."),
    /** The address cannot be used. */
    ADDRESS("D202", "An address or port cannot be listened on."),
    /** A user, a name or a limit that makes no sense. */
    SETTING("D203", "A setting of the endpoint makes no sense."),
    /** Used before its start or after its end. */
    STATE("D204", "An endpoint was used before its start or after its end.");

    private final String id;
    private final String meaning;

    EmbeddedError(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
