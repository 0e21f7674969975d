package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.Value;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.LevelDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs cases, each with engines of its own. For one thread at a time. */
final class CaseRun {

    private final City city;
    private final Supplier<RegulationEngine> engines;

    CaseRun(City city, Supplier<RegulationEngine> engines) {
        this.city = city;
        this.engines = engines;
    }

    /** Runs a case, expectation by expectation, as long as somebody wants to see the next one. */
    boolean run(Case one, Predicate<Outcome> goesOn) {
        // What passages use up counts from then on, until its period is over: each answer has an engine of its time.
        Stream<List<Expectation>> turns = one.given().hasPassages() || counts() || hasClaims(one)
                ? one.expectations().stream().map(List::of)
                : Stream.of(one.expectations());
        return turns.allMatch(expectations -> run(one, expectations, goesOn));
    }

    /** What is set is asked at the engine's own time. */
    private static boolean hasClaims(Case one) {
        return one.expectations().stream().anyMatch(Expectation.Claimed.class::isInstance);
    }

    private boolean counts() {
        return city.regulations().stream()
                .anyMatch(each -> !each.state().counters().isEmpty());
    }

    private boolean run(Case one, List<Expectation> expectations, Predicate<Outcome> goesOn) {
        try (RegulationEngine engine = engines.get()) {
            Instant until = Case.until(expectations);
            if (expectations.stream().anyMatch(Expectation.Claimed.class::isInstance)) {
                one.given().feedUntil(engine, until);
            } else {
                one.given().feed(engine, one.clocks().at(until));
            }
            return expectations.stream().allMatch(expected -> goesOn.test(outcome(one, expected, engine)));
        }
    }

    private Outcome outcome(Case one, Expectation expected, RegulationEngine engine) {
        if (expected instanceof Expectation.Answer answer) {
            return answer(one, answer, engine);
        } else if (expected instanceof Expectation.InForce state) {
            return inForce(one, state, engine);
        } else if (expected instanceof Expectation.Claimed claimed) {
            return claimed(claimed, engine);
        }
        return held(one, (Expectation.Held) expected, engine);
    }

    private Outcome answer(Case one, Expectation.Answer expected, RegulationEngine engine) {
        Decision decision =
                engine.decide(one.question().orElseThrow(), one.clocks().at(expected.until()));
        AnswerCheck check = new AnswerCheck(city.main().id(), decision);
        return new Outcome(
                expected,
                new Outcome.Said(expected.asked(), AnswerCheck.text(expected.verdict()), check.actual()),
                check.difference(expected.verdict()),
                () -> check.explanation(expected.verdict()),
                new Evidence.Answered(decision));
    }

    private static Outcome claimed(Expectation.Claimed expected, RegulationEngine engine) {
        boolean floor = expected.wanted().floor();
        List<Finding> claims = engine.findings(expected.twin()).stream()
                .filter(finding -> value(finding, expected).isPresent())
                .toList();
        SortedSet<String> actual = new TreeSet<>();
        claims.forEach(claim ->
                value(claim, expected).ifPresent(value -> actual.add((floor ? ExpectReader.AT_LEAST : "") + value)));
        String none = floor ? ExpectReader.NO_FLOOR : ExpectReader.RESTS;
        Optional<String> value = expected.wanted().value().map(one -> (floor ? ExpectReader.AT_LEAST : "") + one);
        String wanted = value.orElse(none);
        String set = actual.isEmpty() ? none : AnswerCheck.list(actual);
        boolean passed = actual.equals(value.map(Set::of).orElse(Set.of()));
        return new Outcome(
                expected,
                new Outcome.Said(expected.twin() + " " + expected.property() + " at " + expected.asked(), wanted, set),
                passed
                        ? ""
                        : actual.isEmpty() ? "nothing sets it" : floor ? "its floor is " + set : "it is set to " + set,
                () -> claims.isEmpty()
                        ? "no rule claims it at this moment"
                        : String.join(
                                "\n", claims.stream().map(CaseRun::explain).toList()),
                new Evidence.Claims(expected.property(), floor, claims));
    }

    private static Optional<Value> value(Finding finding, Expectation.Claimed expected) {
        if (finding.effect() instanceof Effect.Floor floor) {
            return Optional.<Value>of(floor.least())
                    .filter(least ->
                            expected.wanted().floor() && floor.property().equals(expected.property()));
        }
        return finding.effect() instanceof Effect.Claim claim
                        && !expected.wanted().floor()
                        && claim.property().equals(expected.property())
                ? Optional.of(claim.value())
                : Optional.empty();
    }

    private static String explain(Finding claim) {
        String law = String.join(
                ", ",
                claim.why().law().stream()
                        .map(read -> read.parameter() + " = " + read.value())
                        .toList());
        String set = claim.provision().id()
                + (claim.effect() instanceof Effect.Claim one
                        ? " sets " + one.value()
                        : " keeps at least " + ((Effect.Floor) claim.effect()).least());
        return law.isEmpty() ? set : set + "\n  law: " + law;
    }

    private Outcome inForce(Case one, Expectation.InForce expected, RegulationEngine engine) {
        String regulation = city.main().id();
        AsOf endOfDay = endOf(one, expected.day());
        String actual = engine.levelOn(regulation, expected.level(), expected.twin(), expected.day(), endOfDay);
        List<LevelDecision> decisions = engine.levelDecisions(endOfDay).stream()
                .filter(decision -> decision.regulation().equals(regulation))
                .filter(decision -> decision.level().equals(expected.level()))
                .filter(decision -> decision.subject().equals(expected.twin()))
                .filter(decision -> decision.inForce().equals(expected.day()))
                .toList();
        return new Outcome(
                expected,
                new Outcome.Said(
                        expected.twin() + " " + expected.level() + " on " + expected.day(), expected.state(), actual),
                actual.equals(expected.state()) ? "" : expected.level() + " is " + actual,
                () -> explain(decisions),
                new Evidence.Moved(decisions));
    }

    private Outcome held(Case one, Expectation.Held expected, RegulationEngine engine) {
        List<LevelDecision> decisions = engine.levelDecisions(endOf(one, expected.day())).stream()
                .filter(decision -> decision.regulation().equals(city.main().id()))
                .filter(decision -> decision.subject().equals(expected.twin()))
                .filter(decision -> city.calendar().dateOf(decision.decidedAt()).equals(expected.day()))
                .toList();
        SortedSet<String> actual = new TreeSet<>();
        decisions.forEach(decision -> actual.addAll(decision.unknown()));
        return new Outcome(
                expected,
                new Outcome.Said(
                        expected.twin() + " unknown on " + expected.day(),
                        AnswerCheck.list(expected.cells()),
                        AnswerCheck.list(actual)),
                actual.equals(expected.cells()) ? "" : AnswerCheck.besides("unknown", expected.cells(), actual),
                () -> explain(decisions),
                new Evidence.Lacking(decisions));
    }

    private AsOf endOf(Case one, LocalDate day) {
        return one.clocks().at(city.calendar().startOf(day.plusDays(1)));
    }

    private static String explain(List<LevelDecision> decisions) {
        return decisions.isEmpty()
                ? "nothing was decided for this day"
                : String.join(
                        "\n",
                        decisions.stream()
                                .map(decision -> "decided " + decision.decidedAt() + ": " + decision.before() + " -> "
                                        + decision.after() + ", " + LevelText.of(decision))
                                .toList());
    }
}
