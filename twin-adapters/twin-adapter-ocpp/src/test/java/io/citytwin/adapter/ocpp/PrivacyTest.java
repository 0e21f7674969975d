package io.citytwin.adapter.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.citytwin.core.spi.MemoryJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stations put into their messages: no card, key or name of a network is ever shown. */
class PrivacyTest {

    private static final String HIDDEN = "Hidden4711";

    private static RunningCity city() {
        OcppAdapter adapter = OcppAdapter.builder()
                .template(RunningCity.NAMES)
                .security(SecurityProfile.NONE)
                .build();
        return new RunningCity(adapter, RunningCity.stations(1), new MemoryJournal());
    }

    static List<String> messages() {
        String x = HIDDEN;
        return List.of(
                "[2,\"1\",\"StartTransaction\",{\"connectorId\":\"one\",\"idTag\":\"" + x + "\"}]",
                "[2,\"1\",\"StartTransaction\",{\"idTag\":\"" + x + "\",\"info\":\"card " + x + " was read\"}]",
                "[2,\"1\",\"TransactionEvent\",{\"idToken\":{\"idToken\":\"" + x + "\",\"type\":\"ISO14443\"}}]",
                "[2,\"1\",\"StatusNotification\",{\"info\":\"{\\\"idTag\\\":\\\"" + x + "\\\",\\\"rv\\\":0}\"}]",
                "[2,\"1\",\"StatusNotification\",{\"info\":\"{\\\"a\\\":\\\"{\\\\\\\"puk\\\\\\\":\\\\\\\"" + x
                        + "\\\\\\\"}\\\"}\"}]",
                "[2,\"1\",\"StatusNotification\",{\"configurationKey\":[{\"key\":\"PUK\",\"readonly\":false,\"value\":\""
                        + x + "\"}]}]",
                "[2,\"1\",\"StatusNotification\",{\"configurationKey\":[{\"value\":\"" + x
                        + "\",\"key\":\"WifiName\"}]}]",
                "[3,\"1\",{\"configurationKey\":[{\"key\":\"PUK\",\"value\":\"" + x + "\"}]}]",
                "[3,\"1\",[{\"key\":\"PUK\",\"value\":\"" + x + "\"}]]",
                "[2,\"1\",\"NotifyReport\",{\"reportData\":[{\"variable\":{\"name\":\"BasicAuthPassword\"},\"variableAttribute\":[{\"value\":\""
                        + x + "\"}]}]}]",
                "[2,\"1\",\"DataTransfer\",{\"data\":\"" + x + "\",\"vendor\":\"x\",\"password\":\"" + x + "\"}]",
                "[2,\"1\",\"SetOfSomebody\",{\"anything\":\"" + x + "\"}]",
                "[2,\"1\",\"Authorize\",{\"idTag\":\"" + x,
                "[2,\"1\",\"Authorize\",{\"idTag\":\"" + x + "-which-is-much-too-long-for-any-card\"}]");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void nothingOfItIsShown(String message) {
        for (String protocol : List.of("ocpp1.6", "ocpp2.0.1")) {
            try (RunningCity city = city();
                    RawStation station = RawStation.in(city.adapter().port(), "CP-000", protocol, "")) {
                station.text(message);
                // The answer to the next call says that the one before is done with.
                station.text("[2,\"next\",\"Heartbeat\",{}]");
                String said = station.next();
                while (!said.contains("\"next\"")) {
                    assertThat(said).doesNotContain(HIDDEN);
                    said = station.next();
                }
                assertThat(city.everything()).doesNotContain(HIDDEN);
            }
        }
    }

    /** Messages of real stations are taken; only what they tell of unknown sessions is no use. */
    @Test
    void messagesOfRealStationsAreTaken() throws IOException {
        Optional<Path> recorded = Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                .map(up -> up.resolve("shared/data/protocols/ocpp_real_frames.jsonl"))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(recorded.isPresent(), "No `shared/data` above this module: the real messages are not read.");
        try (RunningCity city = city();
                RawStation station = RawStation.in(city.adapter().port(), "CP-000", "ocpp1.6", "");
                Stream<String> lines = Files.lines(recorded.get())) {
            lines.map(ChargePoint::read)
                    .filter(line -> line.path("dir").asText().equals("recv"))
                    .map(line -> line.path("frame").asText())
                    .filter(frame -> frame.startsWith("[2,"))
                    .forEach(frame -> assertThat(station.ask(frame)).startsWith("[3,"));
            // Their clocks are of other years: told so, and not believed.
            assertThat(city.city().deadLetters())
                    .allMatch(letter -> letter.code().equals("O806"));
        }
    }
}
