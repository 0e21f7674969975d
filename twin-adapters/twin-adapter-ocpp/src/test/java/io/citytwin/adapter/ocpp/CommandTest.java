package io.citytwin.adapter.ocpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.sync.DirectiveRecord.State;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the city and operators ask of stations. */
class CommandTest {

    private static final String BOOT =
            "[2,\"b\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]";

    private static RunningCity city(OutputLimit output) {
        OcppStation one = OcppStation.of("CP-000").plug(1, "it.milano:connector-CP-000-1-1", "it.milano:evse-CP-000-1");
        OcppAdapter adapter = OcppAdapter.builder()
                .station(one)
                .security(SecurityProfile.NONE)
                .output(output)
                .limits(OcppLimits.USUAL.answer(Duration.ofMillis(500)))
                .build();
        return new RunningCity(adapter, RunningCity.stations(1), new MemoryJournal());
    }

    private static RawStation in(RunningCity city) {
        RawStation station = RawStation.in(city.adapter().port(), "CP-000", "ocpp1.6", "");
        assertThat(station.ask(BOOT)).contains("\"status\":\"Accepted\"");
        return station;
    }

    private static JsonNode answer(RawStation station, String answer) {
        JsonNode call = ChargePoint.read(station.next());
        station.text(answer.replace("ID", call.path(1).asText()));
        return call;
    }

    private static final String ACCEPTED = "[3,\"ID\",{\"status\":\"Accepted\"}]";

    private static void wish(RunningCity city, String id, int percent) {
        city.wish(id, RunningCity.connector(0), percent, Directive.Kind.CLAIM);
    }

    private static void until(RunningCity city, String id, State state) {
        RunningCity.until(
                id,
                () -> city.city().directives().stream()
                        .anyMatch(one -> one.directive().id().equals(id) && one.state() == state));
    }

    /** Of what the city wanted meanwhile only the newest is still wanted. */
    @Test
    void theNewestWishWaitsForTheStation() {
        try (RunningCity city = city(OutputLimit.WATTS)) {
            wish(city, "first", 40);
            RunningCity.until("sent", () -> !city.city().directives().isEmpty());
            wish(city, "second", 60);
            RunningCity.until(
                    "both",
                    () -> city.city().directives().size() == 2
                            && city.city().directives().get(1).attempts() > 0);
            try (RawStation station = in(city)) {
                JsonNode call = answer(station, ACCEPTED);
                assertThat(call.path(2).asText()).isEqualTo("SetChargingProfile");
                JsonNode profile = call.path(3).path("csChargingProfiles");
                assertThat(profile.at("/chargingSchedule/chargingSchedulePeriod/0/limit")
                                .decimalValue())
                        .isEqualByComparingTo("13200");
                assertThat(profile.at("/chargingProfilePurpose").asText()).isEqualTo("TxDefaultProfile");
                JsonNode safe = answer(station, ACCEPTED).path(3).path("csChargingProfiles");
                assertThat(safe.has("validTo")).isFalse();
                assertThat(safe.path("stackLevel").asInt())
                        .isLessThan(profile.path("stackLevel").asInt());
                assertThat(safe.at("/chargingSchedule/chargingSchedulePeriod/0/limit")
                                .decimalValue())
                        .isEqualByComparingTo("11000");
                until(city, "second", State.ACKNOWLEDGED);
                city.wish("rest", RunningCity.connector(0), 100, Directive.Kind.REVERT);
                assertThat(answer(station, ACCEPTED).path(3).path("id")).isEqualTo(profile.path("chargingProfileId"));
                assertThat(answer(station, "[3,\"ID\",{\"status\":\"Unknown\"}]")
                                .path(3)
                                .path("id"))
                        .isEqualTo(safe.path("chargingProfileId"));
                until(city, "rest", State.ACKNOWLEDGED);
            }
        }
    }

    @Test
    void amperesOfAWholeStation() {
        try (RunningCity city = city(OutputLimit.amperes(230, 3).ofWholeStation());
                RawStation station = in(city)) {
            wish(city, "claim", 50);
            JsonNode payload = answer(station, ACCEPTED).path(3);
            assertThat(payload.path("connectorId").asInt()).isZero();
            JsonNode profile = payload.path("csChargingProfiles");
            assertThat(profile.path("chargingProfilePurpose").asText()).isEqualTo("ChargePointMaxProfile");
            assertThat(profile.at("/chargingSchedule/chargingRateUnit").asText())
                    .isEqualTo("A");
            assertThat(profile.at("/chargingSchedule/chargingSchedulePeriod/0/limit")
                            .asText())
                    .isEqualTo("15.9");
            assertThat(profile.at("/chargingSchedule/chargingSchedulePeriod/0/numberPhases")
                            .asInt())
                    .isEqualTo(3);
        }
    }

    /** An error is a refusal; a cut is none, and the wish goes out again. */
    @Test
    void errorsAndCuts() {
        try (RunningCity city = city(OutputLimit.WATTS)) {
            wish(city, "claim", 50);
            try (RawStation station = in(city)) {
                assertThat(station.next()).contains("SetChargingProfile");
            }
            try (RawStation station = in(city)) {
                assertThat(answer(station, "[4,\"ID\",\"NotSupported\",\"\",{}]")
                                .path(2)
                                .asText())
                        .isEqualTo("SetChargingProfile");
                until(city, "claim", State.RAISED);
                assertThat(city.city().directives().get(0).problem().orElseThrow())
                        .contains("NotSupported");
            }
        }
    }

    @Test
    void operatorsHearWhatBecameOfTheirWishes() throws Exception {
        try (RunningCity city = city(OutputLimit.WATTS)) {
            OcppAdapter adapter = city.adapter();
            assertFails(adapter.reset("CP-000", true), "O807");
            try (RawStation station = in(city)) {
                var refused = adapter.remoteStart("CP-000", 1, Secret.of("CARD"));
                answer(station, "[3,\"ID\",{\"status\":\"Rejected\"}]");
                assertThat(refused.toCompletableFuture().get(10, TimeUnit.SECONDS))
                        .isEqualTo(new StationAnswer(false, "Rejected"));
                var later = adapter.changeAvailability("CP-000", 1, false);
                answer(station, "[3,\"ID\",{\"status\":\"Scheduled\"}]");
                assertThat(later.toCompletableFuture().get(10, TimeUnit.SECONDS).accepted())
                        .isTrue();
                var failed = adapter.trigger("CP-000", "Heartbeat", 0);
                answer(station, "[4,\"ID\",\"NotImplemented\",\"\",{}]");
                assertFails(failed, "O809");
                assertFails(adapter.reset("CP-000", false), "O808");
                assertFails(adapter.remoteStop("CP-000", "no-number"), "O807");
            }
        }
    }

    private static void assertFails(java.util.concurrent.CompletionStage<StationAnswer> answer, String code) {
        assertThatThrownBy(() -> answer.toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        CityTwinException.class,
                        failure -> assertThat(failure.code().id()).isEqualTo(code));
    }
}
