package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Observation;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.LevelDecision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same winter told twice, in another order, and too late. */
class DisorderTest {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();
    private static final int DAYS = 40;

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void toldTwiceAndInAnotherOrderBeforeTheDecisionItIsTheSame(long seed) {
        List<Input> clean = clean(seed);
        Random random = new Random(seed);
        List<Input> shuffled = shuffled(clean, random);
        List<Input> doubled = doubled(shuffled, random);
        assertThat(shuffled).isNotEqualTo(clean);
        assertThat(doubled).hasSizeGreaterThan(clean.size() + DAYS);
        assertThat(decided(doubled)).isEqualTo(decided(clean));
        assertThat(decided(clean)).anyMatch(line -> line.contains("RAISED")).anyMatch(line -> line.contains("CLEARED"));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void toldTooLateItIsTheSameInHindsightAndWhatWasDecidedStays(long seed) {
        List<Input> clean = clean(seed);
        List<Input> late = late(clean, new Random(seed));
        try (RegulationEngine inTime = told(clean);
                RegulationEngine tooLate = told(late)) {
            Instant end = clean.get(clean.size() - 1).receivedAt().plus(Duration.ofDays(5));
            inTime.advanceTo(end);
            tooLate.advanceTo(end);
            AsOf hindsight = AsOf.at(end).inHindsight();
            assertThat(lines(tooLate.levelDecisions(hindsight)).equals(lines(inTime.levelDecisions(hindsight))))
                    .isTrue();
            assertThat(lines(tooLate.levelDecisions())).isNotEqualTo(lines(inTime.levelDecisions()));
            try (RegulationEngine again = told(late)) {
                again.advanceTo(end);
                assertThat(again.levelDecisions()).isEqualTo(tooLate.levelDecisions());
            }
        }
    }

    /** Only what is measured and forecast counts here, each of it before its day's decision. */
    private static List<Input> clean(long seed) {
        return RandomCity.inputs(seed, DAYS).stream()
                .filter(input -> !(input instanceof Input.Announced))
                .toList();
    }

    /** The observations of a day come at the same instants, but to others. */
    private static List<Input> shuffled(List<Input> inputs, Random random) {
        Map<LocalDate, List<Observation>> byDay = new TreeMap<>();
        inputs.forEach(input -> {
            if (isOfMorning(input)) {
                Observation seen = ((Input.Observed) input).observation();
                byDay.computeIfAbsent(CALENDAR.dateOf(seen.receivedAt()), day -> new ArrayList<>())
                        .add(seen);
            }
        });
        List<Input> all = new ArrayList<>();
        inputs.stream().filter(input -> !isOfMorning(input)).forEach(all::add);
        byDay.values().forEach(day -> {
            List<Instant> instants =
                    new ArrayList<>(day.stream().map(Observation::receivedAt).toList());
            Collections.shuffle(instants, random);
            for (int i = 0; i < instants.size(); i++) {
                all.add(received(day.get(i), instants.get(i)));
            }
        });
        return sorted(all);
    }

    private static List<Input> doubled(List<Input> inputs, Random random) {
        List<Input> all = new ArrayList<>(inputs);
        inputs.stream()
                .filter(input -> isOfMorning(input) && random.nextInt(3) > 0)
                .forEach(input -> all.add(received(
                        ((Input.Observed) input).observation(),
                        input.receivedAt().plusSeconds(1 + random.nextInt(600)))));
        return sorted(all);
    }

    /** Some of the measured values come two or three days later; one that corrects another never overtakes it. */
    private static List<Input> late(List<Input> inputs, Random random) {
        Map<String, Long> words = inputs.stream()
                .filter(DisorderTest::isOfMorning)
                .collect(Collectors.groupingBy(DisorderTest::about, Collectors.counting()));
        List<Input> all = new ArrayList<>();
        for (Input input : inputs) {
            boolean delayed = isOfMorning(input)
                    && ((Input.Observed) input).observation().property().equals("pm10")
                    && words.getOrDefault(about(input), 0L) == 1
                    && random.nextInt(4) == 0;
            all.add(
                    delayed
                            ? received(
                                    ((Input.Observed) input).observation(),
                                    input.receivedAt().plus(Duration.ofDays(2 + random.nextInt(2))))
                            : input);
        }
        return sorted(all);
    }

    private static String about(Input input) {
        Observation seen = ((Input.Observed) input).observation();
        return seen.twin() + " " + seen.property() + " " + seen.measuredAt();
    }

    private static boolean isOfMorning(Input input) {
        return input instanceof Input.Observed seen
                && (seen.observation().property().equals("pm10")
                        || seen.observation().property().equals("forecast"))
                && input.receivedAt().isBefore(CALENDAR.at(CALENDAR.dateOf(input.receivedAt()), LocalTime.of(10, 45)));
    }

    private static Input received(Observation seen, Instant at) {
        return new Input.Observed(new Observation(
                seen.twin(), seen.property(), seen.value(), seen.measuredAt(), at, seen.source(), seen.quality()));
    }

    private static List<Input> sorted(List<Input> inputs) {
        return inputs.stream().sorted(Comparator.comparing(Input::receivedAt)).toList();
    }

    private static RegulationEngine told(List<Input> inputs) {
        RegulationEngine engine = SmokeRules.engine(1);
        inputs.forEach(engine::accept);
        return engine;
    }

    private static List<String> decided(List<Input> inputs) {
        try (RegulationEngine engine = told(inputs)) {
            return lines(engine.levelDecisions());
        }
    }

    /** What was decided, without when each value came. */
    private static List<String> lines(List<LevelDecision> decisions) {
        return decisions.stream()
                .map(decision -> String.join(
                        " ",
                        decision.subject().toString(),
                        decision.level(),
                        decision.decidedAt().toString(),
                        decision.before(),
                        decision.after(),
                        decision.reason().toString(),
                        decision.known().toString(),
                        decision.unknown().toString()))
                .toList();
    }
}
