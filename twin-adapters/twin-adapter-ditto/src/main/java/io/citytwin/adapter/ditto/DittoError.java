package io.citytwin.adapter.ditto;

import io.citytwin.core.error.ErrorCode;

/** What can be wrong between a city and its Ditto. Immutable. */
public enum DittoError implements ErrorCode {
    ADDRESS("D101", "The address of a Ditto cannot be used."),
    LOGIN("D102", "A login is incomplete, or Ditto or its token server refused it."),
    TRUST("D103", "The certificates to trust cannot be read."),
    UNREACHABLE("D104", "Ditto cannot be reached, or does not answer."),
    REFUSED("D105", "Ditto refused a command."),
    SETTING("D106", "A setting of the connection to a Ditto makes no sense.");

    private final String id;
    private final String meaning;

    DittoError(String id, String meaning) {
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
