package io.citytwin.rules.internal.verify;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.engine.Engines;
import io.citytwin.rules.internal.engine.Law;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The cases of a regulation, run again and again on others that differ a little from it: first those that noticed a
 * difference in the same value, row or provision before, then those that rest on it. For one thread at a time.
 */
public final class CaseSuite {

    private final CaseBook book;
    private final Law law;
    private final Map<Case, Known> known = new HashMap<>();
    private final Map<String, Case> noticed = new HashMap<>();

    /** What is known of a case: on what it rests, which groups of rules it asks, and how many days go by in it. */
    private record Known(Set<String> reads, Set<String> asks, long days) {}

    /**
     * Reads the cases and runs them.
     *
     * @param city whose first regulation they are of
     * @throws CityTwinException {@code R307} if one fails: then there is nothing to tell changes by
     */
    public CaseSuite(City city) {
        this.book = CaseBook.read(city);
        this.law = new Law(city.regulations());
        for (Case one : book.cases()) {
            Engines engines = engines(city, law);
            Coverage coverage = new Coverage(city.main(), city.calendar());
            boolean passed = new CaseRun(city, engines::build).run(one, outcome -> {
                coverage.add(one, outcome.evidence());
                return outcome.passed();
            });
            refuseUnless(passed, one.place() + " " + one.title());
            known.put(one, new Known(coverage.read(), engines.asked(), one.days()));
        }
        refuseUnless(
                book.problems().isEmpty() && !book.cases().isEmpty(),
                city.main().id());
    }

    private static void refuseUnless(boolean passed, String what) {
        if (!passed) {
            throw new CityTwinException(
                    RulesError.MUTATION,
                    "`" + what + "` does not pass, so nothing can be told by it.",
                    "Maybe mend it first; `citytwin test` says what is wrong.");
        }
    }

    private static Engines engines(City city, Law law) {
        return new Engines(law, city.assets(), city.calendar());
    }

    /**
     * The law that the cases were written for.
     *
     * @return compiled
     */
    public Law law() {
        return law;
    }

    /**
     * A change.
     *
     * @param regulations id to what the regulation says then; the cases of the changed one as well
     * @param subject what differs: the place of a value or row, or the name of a provision
     * @param concerned the groups of rules that can notice; empty if also the reading of cases can
     */
    public record Changed(Map<String, Regulation> regulations, String subject, Optional<Set<String>> concerned) {}

    /**
     * Runs the cases on changed regulations until one fails.
     *
     * @param changed the change
     * @return the case that fails, or empty if all pass
     */
    public Optional<String> firstFailure(Changed changed) {
        List<Regulation> regulations = book.city().regulations().stream()
                .map(one -> changed.regulations().getOrDefault(one.id(), one))
                .toList();
        City city = new City(
                regulations,
                book.city().assets(),
                book.city().calendar(),
                book.city().region());
        List<Case> cases = changed.concerned()
                .map(groups -> inOrder(changed.subject(), groups))
                .orElseGet(() -> CaseBook.read(city).cases());
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        CaseRun run = new CaseRun(city, engines(city, new Law(regulations, law))::build);
        for (Case one : cases) {
            if (!passes(run, one)) {
                noticed.put(changed.subject(), one);
                return Optional.of(one.place() + " " + one.title());
            }
        }
        return Optional.empty();
    }

    private static boolean passes(CaseRun run, Case one) {
        try {
            return run.run(one, Outcome::passed);
        } catch (CityTwinException refused) {
            return false;
        }
    }

    /**
     * Those that can notice: first the one that did, then those that rest on it, short ones before long ones. One that asks no
     * rule, such as where a level is held because nobody knows the region, could begin to ask one.
     */
    private List<Case> inOrder(String subject, Set<String> concerned) {
        List<Case> cases = new ArrayList<>(book.cases());
        cases.removeIf(one -> !of(one).asks().isEmpty() && Collections.disjoint(of(one).asks(), concerned));
        cases.sort(Comparator.<Case, Boolean>comparing(one -> !of(one).reads().contains(subject))
                .thenComparing(one -> of(one).days()));
        Optional.ofNullable(noticed.get(subject)).filter(cases::remove).ifPresent(one -> cases.add(0, one));
        return cases;
    }

    private Known of(Case one) {
        return Objects.requireNonNull(known.get(one));
    }
}
