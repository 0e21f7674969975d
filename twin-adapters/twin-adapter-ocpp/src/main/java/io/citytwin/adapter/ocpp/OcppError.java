package io.citytwin.adapter.ocpp;

import io.citytwin.core.error.ErrorCode;

/** What can be wrong with a central system and its stations. Immutable. */
public enum OcppError implements ErrorCode {
    LISTEN("O801", "A central system cannot listen on its address."),
    SETTINGS("O802", "The settings of a central system do not fit together."),
    TLS("O803", "The certificate or key of a central system cannot be used."),
    FRAME("O804", "A station sent what is no message of OCPP."),
    CALL("O805", "A call of a station does not keep to OCPP."),
    VALUE("O806", "A value that a station told cannot be used."),
    ABSENT("O807", "A station that was to be called is not connected."),
    SILENT("O808", "A station did not answer a call."),
    REFUSED("O809", "A station answered a call with an error.");

    private final String id;
    private final String meaning;

    OcppError(String id, String meaning) {
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
