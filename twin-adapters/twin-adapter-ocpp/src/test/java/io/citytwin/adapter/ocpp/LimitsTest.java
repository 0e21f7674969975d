package io.citytwin.adapter.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.MemoryJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much is taken, and how long is waited. */
class LimitsTest {

    private static final String HEARTBEAT = "[2,\"1\",\"Heartbeat\",{}]";

    private static RunningCity city(OcppAdapterBuilder builder) {
        return new RunningCity(
                builder.template(RunningCity.NAMES)
                        .security(SecurityProfile.NONE)
                        .build(),
                RunningCity.stations(3),
                new MemoryJournal());
    }

    private static RawStation in(RunningCity city, int index) {
        return RawStation.in(city.adapter().port(), RunningCity.identity(index), "ocpp1.6", "");
    }

    /** Two heartbeats of silence, in which also no ping is answered. */
    @Test
    void aStationThatFallsSilentIsCutOffAndMissed() {
        OcppLimits limits = OcppLimits.USUAL
                .heartbeat(Duration.ofSeconds(1))
                .beginning(Duration.ofSeconds(1), Duration.ofSeconds(1))
                .absence(Duration.ofSeconds(1));
        try (RunningCity city = city(OcppAdapter.builder().limits(limits));
                RawStation station = in(city, 0)) {
            assertThat(station.ask(
                            "[2,\"b\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]"))
                    .contains("\"interval\":1");
            assertThat(station.ask(HEARTBEAT)).startsWith("[3,");
            assertThat(station.next()).isEqualTo("end");
            RunningCity.until(
                    "a problem",
                    () -> city.adapter().health().stream()
                            .anyMatch(problem -> problem.about().equals("CP-000")));
        }
    }

    @Test
    void oneConnectionTooManyIsClosed() {
        OcppLimits few = new OcppLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                10_000,
                2,
                50);
        try (RunningCity city = city(OcppAdapter.builder().limits(few));
                RawStation one = in(city, 0);
                RawStation two = in(city, 1)) {
            try (RawStation three = new RawStation(city.adapter().port())) {
                assertThat(three.shake("CP-002", "ocpp1.6")).isEmpty();
            }
            assertThat(one.ask(HEARTBEAT)).startsWith("[3,");
            assertThat(two.ask(HEARTBEAT)).startsWith("[3,");
        }
    }

    /** What a cut left behind gives way: the newest connection is the station. */
    @Test
    void aNewerConnectionReplacesAnOlderOne() {
        try (RunningCity city = city(OcppAdapter.builder());
                RawStation old = in(city, 0);
                RawStation fresh = in(city, 0)) {
            assertThat(old.next()).isEqualTo("close 1008");
            assertThat(fresh.ask(HEARTBEAT)).startsWith("[3,");
        }
    }

    /** A template names twins of anybody: of a stranger nothing is remembered. */
    @Test
    void strangersHaveNoTwins() {
        try (RunningCity city = city(OcppAdapter.builder().strangers());
                RawStation stranger = RawStation.in(city.adapter().port(), "X", "ocpp1.6", "")) {
            assertThat(stranger.ask(
                            "[2,\"1\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"CARD\",\"meterStart\":1,"
                                    + "\"timestamp\":\"" + city.now() + "\"}]"))
                    .startsWith("[3,");
            assertThat(city.city().deadLetters())
                    .hasSize(1)
                    .allMatch(letter -> letter.code().equals("O806"));
            assertThat(city.adapter().position()).contains("[]");
        }
    }

    /** However many stations are away, health stays short. */
    @Test
    void healthNamesTheFirstFew() {
        OcppAdapterBuilder builder = OcppAdapter.builder()
                .security(SecurityProfile.NONE)
                .limits(OcppLimits.USUAL.absence(Duration.ofMillis(1)));
        List<String> names = new ArrayList<>();
        for (int index = 0; index < 30; index++) {
            builder.station(OcppStation.of("A" + index).plug(1, "it.milano:c" + index, "it.milano:e" + index));
        }
        try (RunningCity city = new RunningCity(builder.build(), List.of(), new MemoryJournal())) {
            RunningCity.until("problems", () -> city.adapter().health().size() == 21);
            city.adapter().health().forEach(problem -> names.add(problem.text()));
            assertThat(names.get(20)).contains("`10` more");
        }
    }
}
