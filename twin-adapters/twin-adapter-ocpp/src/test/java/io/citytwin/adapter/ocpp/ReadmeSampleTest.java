package io.citytwin.adapter.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.config.AdaptersFile;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.SystemClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeSampleTest {

    private static final Path FILE = Path.of("src/test/resources/chargers.yaml");

    @Test
    void theSampleOfTheReadmeRuns() {
        SystemClock clock = new SystemClock();
        TwinGraph graph = TwinGraph.of(AssetTypes.builtIn());
        graph.put(OcppPeer.town(), clock.now());
        List<ChargingSession> sessions = Collections.synchronizedList(new ArrayList<>());
        Secret password = Secret.of("a-password-of-16-signs-or-more");
        // tag::start[]
        OcppAdapter chargers = OcppAdapter.builder()
                .name("chargers")
                .station(OcppStation.of("CP-17")
                        .password(password)
                        .twin("it.milano:station-17")
                        .plug(1, "it.milano:connector-17-1", "it.milano:evse-17-1"))
                .sessions(sessions::add)
                .build();
        try (CityTwin city =
                CityTwin.builder().graph(graph).clock(clock).adapter(chargers).build()) {
            city.start();
            // Stations connect to ws://127.0.0.1:PORT/ocpp/CP-17
            charge(chargers.port(), password);
        }
        // end::start[]
        assertThat(sessions).hasSize(1);
    }

    private static void charge(int port, Secret password) {
        String start = "[2,\"1\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"CARD\",\"meterStart\":5000,"
                + "\"timestamp\":\"" + new SystemClock().now() + "\"}]";
        try (RawStation station = RawStation.in(port, "CP-17", "ocpp1.6", password.reveal())) {
            assertThat(station.ask(start)).startsWith("[3,\"1\"");
        }
    }

    @Test
    void theFileOfTheReadmeCanBeRead(@TempDir Path folder) throws Exception {
        Files.copy(FILE, folder.resolve("adapters.yaml"));
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("stations"), "for all of them\n");
        Files.writeString(secrets.resolve("cp-17"), "for one\n");
        List<DeviceAdapter> adapters = AdaptersFile.read(folder.resolve("adapters.yaml"), AssetTypes.builtIn())
                .adapters();
        assertThat(adapters).hasSize(1);
        OcppConfig config = ((OcppAdapter) adapters.get(0)).config();
        assertThat(config.security()).isEqualTo(SecurityProfile.TLS);
        assertThat(config.tls().orElseThrow().certificate()).isEqualTo(folder.resolve("server.pem"));
        assertThat(config.password().orElseThrow().reveal()).isEqualTo("for all of them");
        assertThat(config.stations()).hasSize(1);
        assertThat(config.stations().get(0).password().orElseThrow().reveal()).isEqualTo("for one");
        assertThat(config.stations().get(0).plugs()).hasSize(2);
        assertThat(config.template()).isPresent();
        assertThat(config.output().amperes()).isTrue();
        assertThat(config.toString()).doesNotContain("for one");
    }
}
