package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Unit;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Decision.Outcome;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random bans, fees and exemptions, each on some flags, decided by hand and for every way to fill in unknown flags. */
class ArbitrationPropertyTest {

    private static final List<String> FLAGS = List.of("fragile", "wet", "heavy", "tall");

    @TempDir
    private Path temp;

    private final Random random = new Random(4711);

    /** A provision that says something when all its flags are as it wants them. */
    private record Said(String name, Kind kind, Map<String, Boolean> when, List<String> lifts) {

        boolean holds(Map<String, Boolean> crate) {
            return crate.entrySet().containsAll(when.entrySet());
        }

        String text() {
            List<String> tests = new ArrayList<>();
            when.forEach((flag, on) -> tests.add(flag + " == " + on));
            String lift = kind == Kind.LIFT ? " @lifts( " + String.join(", ", lifts) + " )" : "";
            String action = switch (kind) {
                case BAN -> "forbid( $x, Act.move )";
                case FEE -> "charge( $x, Act.move, price )";
                case LIFT -> "lift( $x, Act.move )";
            };
            return "rule \"" + name + "\"" + lift + "\nwhen\n  $x : Crate( " + String.join(", ", tests)
                    + " )\nthen\n  findings." + action + ";\nend\n";
        }
    }

    private enum Kind {
        BAN,
        FEE,
        LIFT
    }

    private List<Said> provisions() {
        List<Said> all = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            Map<String, Boolean> when = new TreeMap<>();
            for (int tests = 1 + random.nextInt(2); tests > 0; tests--) {
                when.put(FLAGS.get(random.nextInt(FLAGS.size())), random.nextBoolean());
            }
            Kind kind = number == 0 ? Kind.BAN : number == 1 ? Kind.FEE : Kind.values()[random.nextInt(3)];
            List<String> lifted = all.stream()
                    .map(Said::name)
                    .filter(name -> random.nextBoolean())
                    .toList();
            all.add(new Said("p" + number, kind, when, lifted.isEmpty() ? List.of("p0") : lifted));
        }
        return all;
    }

    /** What is banned or due when all flags are known. */
    private static long held(List<Said> provisions, Map<String, Boolean> crate, Kind kind) {
        return provisions.stream()
                .filter(said -> said.kind() == kind && said.holds(crate))
                .filter(said -> provisions.stream()
                        .noneMatch(other -> other.kind() == Kind.LIFT
                                && other.holds(crate)
                                && other.lifts().contains(said.name())))
                .count();
    }

    @Test
    void isWhatEveryWayToFillInUnknownFlagsSays() {
        Map<Outcome, Integer> outcomes = new TreeMap<>(Comparator.naturalOrder());
        for (int round = 0; round < 40; round++) {
            List<Said> provisions = provisions();
            StringBuilder rules = new StringBuilder();
            provisions.forEach(said -> rules.append(said.text()));
            try (RegulationEngine engine = RegulationEngine.builder()
                    .regulations(List.of(Store.regulation(temp, rules.toString())))
                    .assets(Store.TYPES)
                    .build()) {
                for (int crate = 0; crate < 20; crate++) {
                    outcomes.merge(compare(engine, provisions, rules), 1, Integer::sum);
                }
            }
        }
        assertThat(outcomes).containsOnlyKeys(Outcome.values());
    }

    private Outcome compare(RegulationEngine engine, List<Said> provisions, CharSequence rules) {
        Map<String, Boolean> known = new TreeMap<>();
        FLAGS.stream().filter(flag -> random.nextInt(3) > 0).forEach(flag -> known.put(flag, random.nextBoolean()));
        Twin crate = Store.crate();
        for (Map.Entry<String, Boolean> flag : known.entrySet()) {
            crate = crate.with(flag.getKey(), flag.getValue().toString());
        }
        engine.put(crate);
        Decision decision = engine.decide(Question.may(crate.id(), "move"), AsOf.at(Store.NOON));
        List<Map<String, Boolean>> ways = ways(known);
        for (Map<String, Boolean> way : ways) {
            Outcome outcome = held(provisions, way, Kind.BAN) > 0 ? Outcome.FORBIDDEN : Outcome.ALLOWED;
            long due = outcome == Outcome.FORBIDDEN ? 0 : held(provisions, way, Kind.FEE);
            boolean sure = ways.size() == 1 || decision.outcome() != Outcome.UNKNOWN;
            assertThat(sure ? decision.outcome() : outcome).as("%s", rules).isEqualTo(outcome);
            Optional<Quantity> fee = decision.fee();
            assertThat(fee.orElse(Quantity.of(2 * due, Unit.EURO)))
                    .as("%s", rules)
                    .isEqualTo(Quantity.of(2 * due, Unit.EURO));
            assertThat(ways.size() > 1 || fee.isPresent()).isTrue();
        }
        return decision.outcome();
    }

    private static List<Map<String, Boolean>> ways(Map<String, Boolean> known) {
        List<Map<String, Boolean>> ways = List.of(known);
        for (String flag : FLAGS) {
            if (!known.containsKey(flag)) {
                ways = ways.stream()
                        .flatMap(way -> List.of(true, false).stream().map(on -> {
                            Map<String, Boolean> more = new TreeMap<>(way);
                            more.put(flag, on);
                            return more;
                        }))
                        .toList();
            }
        }
        return ways;
    }
}
