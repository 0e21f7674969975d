package io.citytwin.adapter.mqtt;

import io.citytwin.core.error.ErrorCode;

/** What can be wrong with an MQTT adapter, its broker or a message. Immutable. */
public enum MqttError implements ErrorCode {
    SETTINGS("M701", "An MQTT adapter cannot be made from its settings."),
    UNREADABLE("M702", "A message cannot be read as its mapping says."),
    TOO_LARGE("M703", "A message is larger than its mapping allows."),
    VALUE("M704", "A value in a message is missing or of another kind than its mapping says."),
    TIME("M705", "The time in a message is missing or nobody can believe it."),
    TWIN("M706", "A message is about a twin that its adapter does not know."),
    ANSWER("M707", "A device's answer to a command cannot be read."),
    TLS("M708", "The files that protect a line cannot be used."),
    SPARKPLUG("M709", "A Sparkplug message does not follow from those before it."),
    TOPIC("M710", "A message came on a topic that no mapping reads.");

    private final String id;
    private final String meaning;

    MqttError(String id, String meaning) {
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
