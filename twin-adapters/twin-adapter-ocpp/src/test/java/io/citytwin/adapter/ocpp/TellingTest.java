package io.citytwin.adapter.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.MemoryJournal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stations tell, and what becomes of it. */
class TellingTest {

    private static final String V16 = "ocpp1.6";
    private static final String V201 = "ocpp2.0.1";

    private final MemoryJournal journal = new MemoryJournal();
    private final List<ChargingSession> sessions = Collections.synchronizedList(new ArrayList<>());
    private RunningCity city = begin();

    private RunningCity begin() {
        OcppAdapter adapter = OcppAdapter.builder()
                .template(RunningCity.NAMES)
                .security(SecurityProfile.NONE)
                .sessions(sessions::add)
                .authorization((station, token) -> !token.reveal().equals("STOLEN"))
                .build();
        return new RunningCity(adapter, RunningCity.stations(2), journal);
    }

    @AfterEach
    void end() {
        city.close();
    }

    private RawStation in(String protocol) {
        return RawStation.in(city.adapter().port(), RunningCity.identity(0), protocol, "");
    }

    private Instant lately(int secondsAgo) {
        return city.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(secondsAgo);
    }

    private Optional<String> now(TwinId twin, String property) {
        return city.city()
                .graph()
                .reading(twin, property)
                .flatMap(reading -> reading.value())
                .map(Value::toString);
    }

    private static String meterValues(String id, Instant at, String samples) {
        return "[2,\"" + id + "\",\"MeterValues\",{\"connectorId\":1,\"meterValue\":[{\"timestamp\":\"" + at
                + "\",\"sampledValue\":[" + samples + "]}]}]";
    }

    private static String phase(String phase, String value) {
        return "{\"value\":\"" + value + "\",\"measurand\":\"Power.Active.Import\",\"unit\":\"W\",\"phase\":\"" + phase
                + "\"}";
    }

    @Test
    void phasesAreSummedUnlessTheTotalIsTold() {
        String phases =
                phase("L1", "1000") + "," + phase("L2-N", "1100.5") + "," + phase("L3", "900") + "," + phase("N", "5");
        String total = "{\"value\":\"7.4\",\"measurand\":\"Power.Active.Import\",\"unit\":\"kW\"}";
        TwinId connector = RunningCity.connector(0);
        try (RawStation station = in(V16)) {
            assertThat(station.ask(meterValues("1", lately(9), phases))).isEqualTo("[3,\"1\",{}]");
            assertThat(now(connector, "power")).contains("3.0005 kW");
            assertThat(station.ask(meterValues("2", lately(8), phases + "," + total)))
                    .isEqualTo("[3,\"2\",{}]");
            assertThat(now(connector, "power")).contains("7.4 kW");
        }
    }

    /** No unit is guessed, and no other measurand stands in for power. */
    @Test
    void whatHasNoUnitOrIsNoPowerIsNone() {
        try (RawStation station = in(V16)) {
            station.ask(
                    meterValues("1", lately(9), "{\"value\":\"16\",\"measurand\":\"Current.Import\",\"unit\":\"A\"}"));
            station.ask(meterValues("2", lately(8), "{\"value\":\"7000\",\"measurand\":\"Power.Active.Import\"}"));
            station.ask(meterValues(
                    "3", lately(7), "{\"value\":\"7000\",\"measurand\":\"Power.Active.Import\",\"unit\":\"VA\"}"));
            station.ask(meterValues("4", lately(6), "{\"value\":\"5000\"}"));
            assertThat(now(RunningCity.connector(0), "power")).isEmpty();
            assertThat(now(RunningCity.connector(0), "energy")).contains("5 kWh");
            assertThat(city.city().deadLetters())
                    .hasSize(2)
                    .allMatch(letter -> letter.code().equals("O806"));
        }
    }

    @Test
    void aNewerStationScalesItsUnits() {
        String sample =
                "{\"value\":12.5,\"measurand\":\"Power.Active.Import\",\"unitOfMeasure\":{\"unit\":\"W\",\"multiplier\":3}}";
        try (RawStation station = in(V201)) {
            assertThat(station.ask(meterValues("1", lately(9), sample).replace("connectorId", "evseId")))
                    .isEqualTo("[3,\"1\",{}]");
            assertThat(now(RunningCity.connector(0), "power")).contains("12.5 kW");
        }
    }

    @Test
    void statusesBecomeThoseOfTheChargePoint() {
        TwinId evse = TwinId.of("it.milano:evse-CP-000-1");
        try (RawStation station = in(V16)) {
            String[][] all = {
                {"Available", "available"}, {"Preparing", "charging"}, {"SuspendedEV", "charging"},
                {"Reserved", "reserved"}, {"Faulted", "out-of-order"}, {"Unavailable", "out-of-order"}
            };
            for (String[] one : all) {
                station.ask("[2,\"" + one[0]
                        + "\",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\""
                        + one[0] + "\"}]");
                assertThat(now(evse, "status")).contains(one[1]);
            }
            assertThat(
                            station.ask(
                                    "[2,\"x\",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"Bored\"}]"))
                    .startsWith("[4,\"x\",\"PropertyConstraintViolation\"");
            station.ask(
                    "[2,\"y\",\"StatusNotification\",{\"connectorId\":0,\"errorCode\":\"OtherError\",\"status\":\"Faulted\"}]");
            RunningCity.until(
                    "a problem",
                    () -> city.adapter().health().stream()
                            .anyMatch(problem -> problem.text().contains("out of order")));
        }
    }

    @Test
    void callsThatBreakTheProtocolHearWhy() {
        try (RawStation station = in(V16)) {
            assertThat(station.ask("[2,\"1\",\"Sing\",{}]")).startsWith("[4,\"1\",\"NotImplemented\"");
            assertThat(station.ask("[2,\"2\",\"MeterValues\",{}]"))
                    .startsWith("[4,\"2\",\"OccurenceConstraintViolation\"");
            assertThat(station.ask("[2,\"3\",\"MeterValues\",{\"connectorId\":\"1\"}]"))
                    .startsWith("[4,\"3\",\"TypeConstraintViolation\"");
            assertThat(station.ask("[2,\"4\",\"Authorize\",{\"idTag\":\"123456789012345678901\"}]"))
                    .startsWith("[4,\"4\",\"PropertyConstraintViolation\"");
            assertThat(station.ask("[2,\"5\",\"Heartbeat\"]")).startsWith("[4,\"5\",\"FormationViolation\"");
            assertThat(station.ask("[7,\"6\",\"Heartbeat\",{}]")).startsWith("[4,\"6\",\"FormationViolation\"");
            // Answers that nobody waits for are counted, and that is all.
            station.text("[3,\"nobody\",{}]");
            station.text("[4,\"nobody\",\"InternalError\",\"\",{}]");
            assertThat(station.ask("[2,\"7\",\"Heartbeat\",{}]")).startsWith("[3,\"7\"");
            assertThat(city.counted("unexpected")).isEqualTo(2);
        }
        try (RawStation station = in(V201)) {
            assertThat(station.ask("[2,\"2\",\"MeterValues\",{}]"))
                    .startsWith("[4,\"2\",\"OccurrenceConstraintViolation\"");
            assertThat(station.ask("[7,\"6\",\"Heartbeat\",{}]")).startsWith("[4,\"6\",\"MessageTypeNotSupported\"");
        }
    }

    @Test
    void aCallThatComesAgainIsAnsweredAgainAndDoneOnce() {
        Instant at = lately(20);
        String start =
                "[2,\"1\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"CARD\",\"meterStart\":5000,\"timestamp\":\""
                        + at + "\"}]";
        String answer;
        try (RawStation station = in(V16)) {
            answer = station.ask(start);
            assertThat(answer).startsWith("[3,\"1\",{\"idTagInfo\":{\"status\":\"Accepted\"}");
            assertThat(station.ask(start)).isEqualTo(answer);
        }
        try (RawStation station = in(V16)) {
            assertThat(station.ask(start)).isEqualTo(answer);
            // With another id it is the same session all the same.
            assertThat(station.ask(start.replace("\"1\"", "\"2\""))).isEqualTo(answer.replace("\"1\"", "\"2\""));
            // A station that counts from the start again says something new under an old id.
            assertThat(station.ask(meterValues("1", lately(9), "{\"value\":\"5100\"}")))
                    .isEqualTo("[3,\"1\",{}]");
        }
        assertThat(city.kept(RunningCity.connector(0), "energy")).hasSize(2);
        assertThat(sessions).hasSize(1);
        assertThat(city.counted("repeated")).isEqualTo(2);
    }

    /** Without a moment of its own the same words say something new: the station was started anew meanwhile. */
    @Test
    void theSameWordsOverANewConnectionAreHeardAgain() {
        TwinId evse = TwinId.of("it.milano:evse-CP-000-1");
        String free =
                "[2,\"5\",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"Available\"}]";
        try (RawStation station = in(V16)) {
            station.ask(free);
            station.ask(free.replace("\"5\"", "\"6\"").replace("Available", "Charging"));
            assertThat(now(evse, "status")).contains("charging");
        }
        try (RawStation station = in(V16)) {
            station.ask(free);
            assertThat(now(evse, "status")).contains("available");
        }
    }

    /** The main meter of a station tells what comes in. */
    @Test
    void theMainMeterIsThatOfTheStation() {
        TwinId station0 = TwinId.of("it.milano:station-CP-000");
        String sample =
                "{\"value\":\"30000\",\"measurand\":\"Power.Active.Import\",\"unit\":\"W\",\"location\":\"Inlet\"}";
        try (RawStation station = in(V16)) {
            station.ask(meterValues("1", lately(9), sample));
            assertThat(now(RunningCity.connector(0), "power")).isEmpty();
            station.ask(meterValues("2", lately(8), sample).replace("\"connectorId\":1", "\"connectorId\":0"));
            assertThat(now(station0, "power")).contains("30 kW");
        }
    }

    /** A station names the place of a session only when it begins. */
    @Test
    void aSessionOutlivesARestartOfTheCity() {
        String begun;
        try (RawStation station = in(V16)) {
            begun = station.ask(
                    "[2,\"1\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"CARD\",\"meterStart\":5000,\"timestamp\":\""
                            + lately(20) + "\"}]");
        }
        city.close();
        city = begin();
        String id = begun.replaceAll(".*\"transactionId\":(\\d+).*", "$1");
        try (RawStation station = in(V16)) {
            String stop = "\",\"StopTransaction\",{\"transactionId\":" + id + ",\"meterStop\":6500,\"timestamp\":\""
                    + lately(3) + "\"}]";
            assertThat(station.ask("[2,\"2" + stop)).isEqualTo("[3,\"2\",{}]");
            assertThat(station.ask("[2,\"3" + stop)).isEqualTo("[3,\"3\",{}]");
        }
        assertThat(now(RunningCity.connector(0), "energy")).contains("6.5 kWh");
        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(1).energy().map(Value::toString)).contains("1.5 kWh");
        assertThat(city.city().deadLetters()).isEmpty();
        try (RawStation station = in(V16)) {
            station.ask("[2,\"4\",\"StopTransaction\",{\"transactionId\":4711,\"meterStop\":1,\"timestamp\":\""
                    + lately(1) + "\"}]");
            assertThat(city.city().deadLetters()).hasSize(1);
        }
    }

    @Test
    void whoMayChargeIsAskedAndNotTold() {
        try (RawStation older = in(V16)) {
            assertThat(older.ask("[2,\"1\",\"Authorize\",{\"idTag\":\"STOLEN\"}]"))
                    .contains("\"status\":\"Invalid\"");
            assertThat(older.ask("[2,\"2\",\"Authorize\",{\"idTag\":\"OWNED\"}]"))
                    .contains("\"status\":\"Accepted\"");
        }
        try (RawStation newer = in(V201)) {
            assertThat(newer.ask(
                            "[2,\"1\",\"Authorize\",{\"idToken\":{\"idToken\":\"STOLEN\",\"type\":\"ISO14443\"}}]"))
                    .contains("\"status\":\"Invalid\"");
        }
        assertThat(city.everything()).doesNotContain("STOLEN").doesNotContain("OWNED");
        assertThat(Secret.of("STOLEN").toString()).doesNotContain("STOLEN");
    }
}
