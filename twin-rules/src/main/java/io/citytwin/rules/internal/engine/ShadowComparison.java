package io.citytwin.rules.internal.engine;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.ShadowReport;
import io.citytwin.rules.ShadowReport.Difference;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.Settlement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Two cities side by side, one under the law in force and one under a candidate. For one thread at a time. */
final class ShadowComparison {

    private static final String NOTHING = "none";

    private final ShadowSide live;
    private final ShadowSide candidate;
    private final ShadowTally claims = new ShadowTally();
    private final ShadowTally refusals = new ShadowTally();

    ShadowComparison(ShadowSide live, ShadowSide candidate) {
        this.live = live;
        this.candidate = candidate;
    }

    /** What both share, before the comparison begins. */
    void prepare(Input input) {
        live.take(input);
        candidate.take(input);
        if (input instanceof Input.Tick) {
            live.step();
            candidate.step();
        }
    }

    /** The comparison begins; the candidate's city adopts it now, unless it has gone by it from the start. */
    void begin(Optional<Input.LawAdopted> adoption) {
        live.begin();
        candidate.begin();
        adoption.ifPresent(candidate::take);
    }

    /** An input of the city; the candidate keeps its own law. */
    void take(Input input) {
        live.take(input);
        if (!(input instanceof Input.LawAdopted) && isTaken(input)) {
            candidate.take(input);
        }
        if (input instanceof Input.Tick tick) {
            Set<ActuatorId> changed = new TreeSet<>(live.step());
            changed.addAll(candidate.step());
            changed.forEach(id -> compare(id, tick.receivedAt()));
        }
    }

    private boolean isTaken(Input input) {
        try {
            candidate.fold().check(input);
            return true;
        } catch (CityTwinException refused) {
            refusals.add(
                    "inputs",
                    new Difference(input.receivedAt(), "input", "taken", refused.problem(), List.of(), List.of()));
            return false;
        }
    }

    private void compare(ActuatorId id, Instant at) {
        Optional<Contest.Outcome> one = live.outcome(id);
        Optional<Contest.Outcome> other = candidate.outcome(id);
        if (!one.map(ShadowComparison::cause).equals(other.map(ShadowComparison::cause))) {
            String type = live.fold().twin(id.twin()).orElseThrow().type().name();
            Difference difference = new Difference(
                    at, id.twin() + " " + id.property(), told(one), told(other), findings(one), findings(other));
            claims.add(type + "." + id.property(), difference);
        }
    }

    private static List<Finding> findings(Optional<Contest.Outcome> outcome) {
        return outcome.flatMap(won -> won.winner().finding()).stream().toList();
    }

    private static List<Object> cause(Contest.Outcome outcome) {
        return List.of(outcome.award().winner().provision(), outcome.award().value());
    }

    private static String told(Optional<Contest.Outcome> outcome) {
        return outcome.map(won -> won.award().value().toString()).orElse("at rest");
    }

    /** All differences so far. */
    ShadowReport report(Instant from, Instant until, Optional<String> failure) {
        ShadowTally levels = levels();
        ShadowTally passages = passages();
        List<ShadowTally> all = List.of(levels, claims, passages, refusals);
        SortedMap<String, Long> provisions = new TreeMap<>();
        all.forEach(tally -> tally.provisions().forEach((id, count) -> provisions.merge(id, count, Long::sum)));
        List<Difference> firsts = all.stream()
                .flatMap(tally -> tally.firsts().stream())
                .sorted(Comparator.comparing(Difference::at).thenComparing(Difference::what))
                .toList();
        return new ShadowReport(
                from,
                until,
                levels.counts(),
                claims.counts(),
                passages.total(),
                provisions,
                refusals.total(),
                firsts,
                candidate.fold().edition().law().isolation().all(),
                failure);
    }

    /** A level of a twin on a day, and when that was first decided. */
    private record OnDay(LevelBook.Key key, LocalDate day) {}

    private ShadowTally levels() {
        Map<OnDay, Instant> decided = new LinkedHashMap<>();
        Stream.concat(live.decisions().stream(), candidate.decisions().stream())
                .forEach(decision -> decided.merge(
                        new OnDay(LevelBook.Key.of(decision), decision.inForce()),
                        decision.decidedAt(),
                        (one, other) -> other.isBefore(one) ? other : one));
        ShadowTally tally = new ShadowTally();
        decided.forEach((on, at) -> {
            String one = state(live, candidate, on);
            String other = state(candidate, live, on);
            if (!one.equals(other)) {
                LevelBook.Key key = on.key();
                String level = key.regulation() + "/" + key.level();
                String what = key.subject() + " " + level + " on " + on.day();
                tally.add(level, new Difference(at, what, one, other, why(live, on), why(candidate, on)));
            }
        });
        return tally;
    }

    /** Where one law has no such level, the other's is compared with how it starts. */
    private static String state(ShadowSide side, ShadowSide other, OnDay on) {
        return side.change(on.key(), on.day())
                .map(LevelDecision::after)
                .or(() -> side.start(on.key()))
                .or(() -> other.start(on.key()))
                .orElse(NOTHING);
    }

    private static List<Finding> why(ShadowSide side, OnDay on) {
        return side.change(on.key(), on.day()).map(LevelDecision::findings).orElse(List.of());
    }

    private ShadowTally passages() {
        ShadowTally tally = new ShadowTally();
        for (Settlement one : live.settlements()) {
            Settlement other = candidate.settlement(one.passage().id());
            if (other != null && !told(one).equals(told(other))) {
                tally.add(
                        "passages",
                        new Difference(
                                one.passage().at(),
                                "passage " + one.passage().id() + " of "
                                        + one.passage().vehicle() + " through "
                                        + one.passage().gate(),
                                told(one),
                                told(other),
                                why(one.decision()),
                                why(other.decision())));
            }
        }
        return tally;
    }

    private static String told(Settlement settlement) {
        return settlement.decision().outcome() + " "
                + settlement.fee().map(Objects::toString).orElse("fee unknown");
    }

    private static List<Finding> why(Decision decision) {
        return Stream.concat(
                        decision.findings().stream(), decision.lifted().stream().map(Decision.Lifted::finding))
                .toList();
    }
}
