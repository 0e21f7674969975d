package io.citytwin.adapter.mqtt;

import java.util.List;

/**
 * All that an adapter for one broker does. Immutable.
 *
 * @param broker that devices speak through
 * @param reports how messages are read; of two that fit a topic the first counts
 * @param commands how devices are asked
 */
public record MqttConfig(MqttBroker broker, List<MqttReport> reports, List<MqttCommand> commands) {

    /** Copies the lists. */
    public MqttConfig {
        reports = List.copyOf(reports);
        commands = List.copyOf(commands);
    }
}
