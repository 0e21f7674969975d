package io.citytwin.adapter.mqtt;

import io.citytwin.adapter.mqtt.internal.Plan;
import io.citytwin.adapter.mqtt.internal.settings.PlanMaker;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Asks for all that an MQTT adapter needs. For one thread at a time. */
public final class MqttAdapterBuilder {

    private final Map<String, PayloadCodec> codecs = new HashMap<>();
    private String name = "mqtt";
    private AssetTypes types = AssetTypes.builtIn();
    private @Nullable MqttConfig config;

    MqttAdapterBuilder() {
        ServiceLoader.load(PayloadCodec.class).forEach(this::codec);
    }

    /**
     * Names the adapter.
     *
     * @param word for observations, logs and health; {@code mqtt} if it is never said
     * @return this
     */
    public MqttAdapterBuilder name(String word) {
        name = word;
        return this;
    }

    /**
     * Says which types twins may have.
     *
     * @param known the built-in ones if it is never said
     * @return this
     */
    public MqttAdapterBuilder types(AssetTypes known) {
        types = known;
        return this;
    }

    /**
     * Adds a codec to those on the class path.
     *
     * @param codec for devices that the server does not decode
     * @return this
     */
    public MqttAdapterBuilder codec(PayloadCodec codec) {
        codecs.put(codec.name(), codec);
        return this;
    }

    /**
     * Says what to do.
     *
     * @param wanted broker, reports and commands
     * @return this
     */
    public MqttAdapterBuilder config(MqttConfig wanted) {
        config = wanted;
        return this;
    }

    /**
     * Makes the adapter. Files of TLS are read, and nothing is connected.
     *
     * @return an adapter that is not started
     * @throws CityTwinException {@code M701} with all that is wrong
     */
    public MqttAdapter build() {
        List<String> wrong = new ArrayList<>();
        MqttConfig wanted = config;
        Optional<Plan> plan = wanted == null
                ? Optional.empty()
                : new PlanMaker(
                                name,
                                types,
                                codecs,
                                (pointer, problem, advice) -> wrong.add(pointer + ": " + problem + " " + advice))
                        .make(wanted);
        return new MqttAdapter(plan.orElseThrow(() -> new CityTwinException(
                MqttError.SETTINGS,
                "The adapter `" + name + "` cannot be made:\n" + String.join("\n", wrong),
                "Maybe mend these places: nothing was connected.")));
    }

    Map<String, PayloadCodec> codecs() {
        return Map.copyOf(codecs);
    }
}
