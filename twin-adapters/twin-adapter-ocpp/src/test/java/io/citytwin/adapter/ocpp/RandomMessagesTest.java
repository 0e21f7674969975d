package io.citytwin.adapter.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.MemoryJournal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are almost right: whatever stands in them, the adapter never fails, it only refuses. */
class RandomMessagesTest {

    private static final int MESSAGES = 600;
    private static final Pattern VALUE = Pattern.compile("(?<=:)(\"[^\"]*\"|[0-9.]+)");
    private static final List<String> WORDS = List.of(
            "null",
            "-1",
            "0",
            "1e99",
            "1e-99",
            "99999999999999999999",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[{}]",
            "true",
            "[null]",
            "\"2026-11-30T12:00:00Z\"",
            "\"2026-02-30T12:00:00Z\"",
            "\"+1000000000-01-01T00:00:00Z\"",
            "\"\\u0000\"",
            "\"Ended\"");
    private static final List<String> RIGHT = List.of(
            "[2,\"1\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]",
            "[2,\"1\",\"BootNotification\",{\"reason\":\"PowerUp\",\"chargingStation\":{\"vendorName\":\"V\",\"model\":\"M\"}}]",
            "[2,\"1\",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"Charging\"}]",
            "[2,\"1\",\"StatusNotification\",{\"timestamp\":\"NOW\",\"connectorStatus\":\"Occupied\",\"evseId\":1,\"connectorId\":1}]",
            "[2,\"1\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"C\",\"meterStart\":1,\"timestamp\":\"NOW\"}]",
            "[2,\"1\",\"StopTransaction\",{\"transactionId\":1,\"meterStop\":1,\"timestamp\":\"NOW\"}]",
            "[2,\"1\",\"MeterValues\",{\"connectorId\":1,\"evseId\":1,\"meterValue\":[{\"timestamp\":\"NOW\",\"sampledValue\":"
                    + "[{\"value\":\"1\",\"measurand\":\"Power.Active.Import\",\"unit\":\"W\",\"phase\":\"L1\"}]}]}]",
            "[2,\"1\",\"MeterValues\",{\"evseId\":1,\"meterValue\":[{\"timestamp\":\"NOW\",\"sampledValue\":"
                    + "[{\"value\":1.5,\"unitOfMeasure\":{\"unit\":\"Wh\",\"multiplier\":3}}]}]}]",
            "[2,\"1\",\"TransactionEvent\",{\"eventType\":\"Started\",\"timestamp\":\"NOW\",\"triggerReason\":\"T\",\"seqNo\":0,"
                    + "\"transactionInfo\":{\"transactionId\":\"t\"},\"evse\":{\"id\":1,\"connectorId\":1},\"meterValue\":"
                    + "[{\"timestamp\":\"NOW\",\"sampledValue\":[{\"value\":1.5}]}]}]",
            "[3,\"1\",{\"status\":\"Accepted\"}]",
            "[4,\"1\",\"InternalError\",\"\",{}]");

    @ParameterizedTest
    @ValueSource(strings = {"ocpp1.6", "ocpp2.0.1"})
    void areRefusedAtMost(String protocol) {
        OcppLimits fast = new OcppLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                100_000,
                10,
                100_000);
        OcppAdapter adapter = OcppAdapter.builder()
                .template(RunningCity.NAMES)
                .security(SecurityProfile.NONE)
                .limits(fast)
                .build();
        Random random = new Random(17);
        try (RunningCity city = new RunningCity(adapter, RunningCity.stations(1), new MemoryJournal());
                RawStation station = RawStation.in(adapter.port(), "CP-000", protocol, "")) {
            for (int number = 0; number < MESSAGES; number++) {
                String right = RIGHT.get(random.nextInt(RIGHT.size()))
                        .replace("NOW", city.now().toString());
                station.text(mutated(right, random));
                station.text("[2,\"next-" + number + "\",\"Heartbeat\",{}]");
                String said = station.next();
                while (!said.contains("\"next-" + number + "\"")) {
                    assertThat(said).as(right).startsWith("[").doesNotContain("InternalError");
                    said = station.next();
                }
            }
            assertThat(city.city().deadLetters()).extracting(DeadLetter::code).containsOnly("O804", "O805", "O806");
        }
    }

    /** Another value for a member, a piece that is gone, or another sign. */
    private static String mutated(String right, Random random) {
        int from = random.nextInt(right.length());
        return switch (random.nextInt(4)) {
            case 0 -> right.substring(0, from) + right.substring(Math.min(right.length(), from + random.nextInt(9)));
            case 1 -> right.substring(0, from) + (char) (' ' + random.nextInt(95)) + right.substring(from + 1);
            default -> {
                List<MatchResult> values = VALUE.matcher(right).results().toList();
                if (values.isEmpty()) {
                    yield right;
                }
                MatchResult one = values.get(random.nextInt(values.size()));
                yield right.substring(0, one.start()) + word(random) + right.substring(one.end());
            }
        };
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
