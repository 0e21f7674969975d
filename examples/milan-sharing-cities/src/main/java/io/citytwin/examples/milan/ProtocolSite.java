package io.citytwin.examples.milan;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.protocol.ProtocolStreet;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** City and street meet over the protocols of real devices. For one thread at a time. */
final class ProtocolSite implements Site {

    private final City city;
    private final Optional<InetSocketAddress> broker;
    private final PrintWriter out;
    private Optional<ProtocolStreet> street = Optional.empty();

    ProtocolSite(City city, Optional<InetSocketAddress> broker, PrintWriter out) {
        this.city = city;
        this.broker = broker;
        this.out = out;
    }

    @Override
    public List<DeviceAdapter> adapters(TwinGraph graph, Street devices) {
        ProtocolStreet built = ProtocolStreet.of(city.twins(), devices, broker);
        street = Optional.of(built);
        out.println("Devices speak MQTT through " + built.broker() + ", OCPP and files.");
        return built.adapters();
    }

    @Override
    public Site again() {
        return new ProtocolSite(city, broker, out);
    }

    @Override
    public void prepare() {
        // devices come when the city has started
    }

    @Override
    public void close() {
        street.ifPresent(ProtocolStreet::close);
    }
}
