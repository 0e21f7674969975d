package io.citytwin.adapter.ditto;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.thing.ThingForm;
import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says which devices a gateway has and which Ditto it speaks with. For one thread at a time. */
public final class DittoGatewayBuilder {

    private String name = "gateway";
    private @Nullable URI endpoint;
    private DittoLogin login = DittoLogin.none();
    private DittoTrust trust = DittoTrust.system();
    private AssetTypes types = AssetTypes.builtIn();
    private Set<String> namespaces = Set.of();
    private @Nullable DeviceAdapter hosted;
    private @Nullable DittoAdapter companion;

    DittoGatewayBuilder() {}

    /**
     * Sets the gateway's name; {@code gateway} if left out.
     *
     * @param word unlike that of any adapter of the city
     * @return this builder
     */
    public DittoGatewayBuilder name(String word) {
        name = word;
        return this;
    }

    /**
     * Sets where the Ditto is; needed.
     *
     * @param base such as {@code https://ditto.example.org}
     * @return this builder
     */
    public DittoGatewayBuilder endpoint(URI base) {
        endpoint = base;
        return this;
    }

    /**
     * Sets who the gateway is; nobody if left out. The role of an integrator is enough.
     *
     * @param who a login
     * @return this builder
     */
    public DittoGatewayBuilder login(DittoLogin who) {
        login = who;
        return this;
    }

    /**
     * Sets whose certificates are believed; those that Java believes if left out.
     *
     * @param anchors trusted ones
     * @return this builder
     */
    public DittoGatewayBuilder trust(DittoTrust anchors) {
        trust = anchors;
        return this;
    }

    /**
     * Sets the asset types that Things may have; the built in ones if left out.
     *
     * @param known types
     * @return this builder
     */
    public DittoGatewayBuilder types(AssetTypes known) {
        types = known;
        return this;
    }

    /**
     * Sets where the Things are; in all namespaces that may be read if left out.
     *
     * @param names such as {@code it.milano}
     * @return this builder
     */
    public DittoGatewayBuilder namespaces(Set<String> names) {
        namespaces = Set.copyOf(names);
        return this;
    }

    /**
     * Sets who speaks with the devices; needed. It is given the twins that Things tell of.
     *
     * @param adapter of some protocol; the gateway starts and stops it
     * @return this builder
     */
    public DittoGatewayBuilder hosting(DeviceAdapter adapter) {
        hosted = adapter;
        return this;
    }

    /**
     * Lets gateway and city walk in step: after each thing that a device does, time waits until the city has taken it in
     * from Ditto, and after each directive, until the device has it. For a demo in virtual time in one process: it then
     * goes as it would without a Ditto in between. Before either is started.
     *
     * @param city the adapter of the same city
     * @return this builder
     */
    public DittoGatewayBuilder inStepWith(DittoAdapter city) {
        companion = city;
        return this;
    }

    /**
     * The gateway, to be added to a city as an adapter that serves nothing.
     *
     * @return a gateway that was not started
     * @throws CityTwinException {@code D106} if the endpoint or the hosted adapter is missing
     */
    public DittoGateway build() {
        if (endpoint == null) {
            throw new CityTwinException(
                    DittoError.SETTING, "The gateway `" + name + "` has no endpoint.", "Maybe call `endpoint`.");
        }
        return build(RealWire.to(new RealWire.Target(name, endpoint, login, trust)));
    }

    DittoGateway build(Supplier<Wire> wires) {
        if (hosted == null) {
            throw new CityTwinException(
                    DittoError.SETTING, "The gateway `" + name + "` has no devices.", "Maybe call `hosting`.");
        }
        return new DittoGateway(new Plan(name, types, ThingForm.of(types), namespaces, hosted), wires, companion);
    }

    /** What a gateway was asked to do. Immutable. */
    record Plan(String name, AssetTypes types, ThingForm form, Set<String> namespaces, DeviceAdapter hosted) {}
}
