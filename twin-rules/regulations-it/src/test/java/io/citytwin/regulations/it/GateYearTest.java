package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.Decision;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.register.Settlement;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Years of passages, settled by the engine and by a plain restatement of the same facts. */
class GateYearTest {

    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final TwinId INNER = TwinId.of("xx:gate-c");
    private static final TwinId OUTER = TwinId.of("xx:gate-b");
    private static final int VEHICLES = 120;

    private static final List<Regulation> AREAS = RegulationBundle.classpath().regulations().stream()
            .filter(regulation -> regulation.id().startsWith("it.milano."))
            .toList();

    /** A passage of one of the vehicles, in the order of arrival. */
    private record Drive(int vehicle, boolean inner, LocalDateTime at) {}

    private static Twin[] city() {
        Twin outer = TYPES.twin("xx:area-b", "Zone").withAll("code=IT-015146-B place=xx:milan");
        Twin inner = TYPES.twin("xx:area-c", "Zone").withAll("code=IT-015146-C place=xx:milan");
        return new Twin[] {
            TYPES.twin("xx:lombardy", "Region").withAll("code=IT-25"),
            TYPES.twin("xx:province", "Province").withAll("code=IT-MI region=xx:lombardy"),
            TYPES.twin("xx:milan", "Municipality").withAll("code=IT-015146 province=xx:province"),
            TYPES.twin("xx:elsewhere", "Municipality").withAll("code=IT-016024 province=xx:province"),
            outer,
            inner,
            TYPES.twin(OUTER.toString(), "Gate").withAll("place=xx:milan zone=xx:area-b reserved=false"),
            TYPES.twin(INNER.toString(), "Gate")
                    .withAll("place=xx:milan zone=xx:area-c reserved=false")
                    .in(new TreeSet<>(Set.of(outer.id())))
        };
    }

    /** Often at the edges of hours, more often in the day than at night, now and then twice on a day. */
    private static List<Drive> drives(Random random, LocalDate first, LocalDate last, int number) {
        List<Drive> drives = new ArrayList<>();
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        List<LocalTime> edges = List.of(
                LocalTime.of(7, 29, 59),
                LocalTime.of(7, 30),
                LocalTime.of(7, 59, 59),
                LocalTime.of(8, 0),
                LocalTime.of(9, 59, 59),
                LocalTime.of(10, 0),
                LocalTime.of(19, 29, 59),
                LocalTime.of(19, 30));
        for (int i = 0; i < number; i++) {
            LocalDate day = first.plusDays(random.nextLong(days));
            LocalTime time = random.nextInt(4) == 0
                    ? edges.get(random.nextInt(edges.size()))
                    : LocalTime.of(5 + random.nextInt(17), random.nextInt(60), random.nextInt(60));
            drives.add(new Drive(random.nextInt(VEHICLES), random.nextInt(5) < 3, day.atTime(time)));
        }
        drives.sort(java.util.Comparator.comparing(Drive::at));
        return drives;
    }

    private static PlainAnswer said(Settlement settled) {
        Decision decision = settled.decision();
        String outcome = decision.outcome().name().toLowerCase(Locale.ROOT);
        String fee = decision.outcome() != Decision.Outcome.ALLOWED
                ? ""
                : settled.fee()
                        .map(euro -> euro.amount().stripTrailingZeros().toPlainString())
                        .orElse("unknown");
        return new PlainAnswer(outcome, fee);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-01, 2026-06-30, 6000, 1",
        "2019-02-25, 2019-12-31, 1000, 2",
        "2022-06-01, 2023-12-31, 1500, 3",
        "2024-01-01, 2024-12-31, 1500, 4"
    })
    void everyPassageEndsAsThePlainRestatementSays(LocalDate first, LocalDate last, int number, long seed) {
        Random random = new Random(seed);
        List<PlainVehicle> vehicles = IntStream.range(0, VEHICLES)
                .mapToObj(index -> PlainVehicle.random(random, index))
                .toList();
        PlainGates plain = new PlainGates();
        List<String> differences = new ArrayList<>();
        Set<PlainAnswer> answers = new java.util.HashSet<>();
        try (RegulationEngine engine =
                RegulationEngine.builder().regulations(AREAS).build()) {
            engine.put(city());
            vehicles.forEach(
                    vehicle -> engine.put(TYPES.twin(vehicle.id(), "Vehicle").withAll(vehicle.values())));
            int count = 0;
            for (Drive drive : drives(random, first, last, number)) {
                String id = "passage-" + ++count;
                PlainVehicle vehicle = vehicles.get(drive.vehicle());
                Instant at = CivilCalendar.italy()
                        .at(drive.at().toLocalDate(), drive.at().toLocalTime());
                TwinId gate = drive.inner() ? INNER : OUTER;
                engine.accept(new Input.Passed(new Passage(id, TwinId.of(vehicle.id()), gate, at), at));
                PlainAnswer expected = plain.pass(vehicle, drive.inner(), drive.at());
                PlainAnswer actual = said(engine.settlement(id).orElseThrow());
                answers.add(expected);
                if (!expected.equals(actual) && differences.size() < 5) {
                    differences.add(drive + " " + vehicle + "\n  plain " + expected + "\n  " + actual);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(answers)
                .contains(PlainAnswer.FREE, PlainAnswer.FORBIDDEN, PlainAnswer.UNKNOWN)
                .hasSizeGreaterThan(4);
    }
}
