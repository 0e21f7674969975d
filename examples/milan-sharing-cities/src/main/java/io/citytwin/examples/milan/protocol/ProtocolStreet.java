package io.citytwin.examples.milan.protocol;

import io.citytwin.adapter.config.AdaptersFile;
import io.citytwin.adapter.ocpp.OcppAdapter;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.DeviceAdapter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A street behind protocols, and the adapters with which a city speaks to it: those of {@code adapters.yaml}. For one
 * thread at a time.
 */
public final class ProtocolStreet implements AutoCloseable {

    private static final String SETTINGS = "adapters.yaml";

    private final Path folder;
    private final Optional<Broker> started;
    private final InetSocketAddress broker;
    private final List<DeviceAdapter> adapters;

    private ProtocolStreet(
            Path folder, Optional<Broker> started, InetSocketAddress broker, List<Twin> twins, DeviceAdapter street) {
        this.folder = folder;
        this.started = started;
        this.broker = broker;
        Lockstep lockstep = new Lockstep();
        Map<String, DeviceAdapter> named =
                settings(twins).adapters().stream().collect(Collectors.toMap(DeviceAdapter::name, Function.identity()));
        DeviceAdapter lamps = Objects.requireNonNull(named.get("lamps"));
        OcppAdapter charging = (OcppAdapter) Objects.requireNonNull(named.get("charging"));
        DeviceAdapter air = Objects.requireNonNull(named.get("air"));
        LampNodes nodes = new LampNodes(
                broker, ids(twins, "LampPost"), () -> lamps.health().isEmpty(), lockstep);
        ChargePoints points = new ChargePoints(all(twins, "Connector"), charging::port, lockstep);
        AirFile file = new AirFile(folder.resolve("air.csv"), ids(twins, "AirStation"));
        adapters = List.of(
                new InStep(lamps, nodes, lockstep),
                new InStep(charging, points, lockstep),
                air,
                new StreetSide(street, List.of(nodes, points, file), lockstep));
    }

    /**
     * Brings it together; devices connect when the city starts.
     *
     * @param twins of the city
     * @param street its devices
     * @param broker that lets everybody in; empty for the one beside the example
     * @return a street to close
     */
    public static ProtocolStreet of(List<Twin> twins, DeviceAdapter street, Optional<InetSocketAddress> broker) {
        Optional<Broker> started = broker.isPresent() ? Optional.empty() : Optional.of(Broker.start());
        InetSocketAddress address = broker.orElseGet(() -> started.orElseThrow().address());
        try {
            return new ProtocolStreet(Files.createTempDirectory("citytwin-street"), started, address, twins, street);
        } catch (IOException failure) {
            started.ifPresent(Broker::close);
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            started.ifPresent(Broker::close);
            throw failure;
        }
    }

    private AdaptersFile settings(List<Twin> twins) {
        String air = all(twins, "AirStation").stream()
                .map(station -> station.id().namespace())
                .findFirst()
                .orElse("none");
        try (InputStream text = Objects.requireNonNull(ProtocolStreet.class.getResourceAsStream(SETTINGS))) {
            String settings = new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("broker.example", broker.getHostString())
                    .replace("1883", Integer.toString(broker.getPort()))
                    .replace(
                            "      # one for each charge point of the inventory",
                            ChargePoints.settings(all(twins, "Connector")))
                    .replace("example:{station}", air + ":{station}");
            return AdaptersFile.read(Files.writeString(folder.resolve(SETTINGS), settings), AssetTypes.builtIn());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Twin> all(List<Twin> twins, String type) {
        return twins.stream().filter(twin -> twin.type().name().equals(type)).toList();
    }

    private static Set<TwinId> ids(List<Twin> twins, String type) {
        return all(twins, type).stream().map(Twin::id).collect(Collectors.toSet());
    }

    /**
     * What the city speaks with.
     *
     * @return in the order in which they are asked whom they serve
     */
    public List<DeviceAdapter> adapters() {
        return adapters;
    }

    /**
     * Through what lamps speak.
     *
     * @return its address
     */
    public String broker() {
        return broker.getHostString() + ":" + broker.getPort();
    }

    @Override
    public void close() {
        started.ifPresent(Broker::close);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
