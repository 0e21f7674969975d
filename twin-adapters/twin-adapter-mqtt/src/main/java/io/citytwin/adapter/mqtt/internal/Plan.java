package io.citytwin.adapter.mqtt.internal;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.citytwin.adapter.mqtt.MqttBroker;
import io.citytwin.adapter.mqtt.internal.command.CommandRule;
import io.citytwin.adapter.mqtt.internal.link.Filter;
import io.citytwin.adapter.mqtt.internal.map.Letters;
import io.citytwin.adapter.mqtt.internal.map.MessageReader;
import io.citytwin.core.model.Twin;
import java.util.List;
import java.util.Optional;

/**
 * All that an adapter was asked to do, checked; only readers remember something. Immutable.
 *
 * @param broker that devices speak through
 * @param tls read from its files
 * @param letters writes down what cannot be read
 * @param filters what is subscribed to
 * @param readers of reports, in the order in which they are asked
 * @param commands how devices are asked
 */
public record Plan(
        MqttBroker broker,
        Optional<MqttClientSslConfig> tls,
        Letters letters,
        List<Filter> filters,
        List<MessageReader> readers,
        List<CommandRule> commands) {

    /** Copies the lists. */
    public Plan {
        filters = List.copyOf(filters);
        readers = List.copyOf(readers);
        commands = List.copyOf(commands);
    }

    /**
     * Whether the device of a twin is there.
     *
     * @param twin any
     * @return true if it reports or takes commands
     */
    public boolean serves(Twin twin) {
        return readers.stream().anyMatch(reader -> reader.serves(twin))
                || commands.stream().anyMatch(rule -> rule.serves(twin));
    }
}
