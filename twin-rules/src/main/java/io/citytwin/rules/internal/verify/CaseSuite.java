package io.citytwin.rules.internal.verify;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.engine.DefaultRegulationEngine;
import io.citytwin.rules.internal.engine.Law;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cases of a regulation, run again and again on others that differ a little from it: first those that noticed a
 * difference in the same value, row or provision before, then those that rest on it. For one thread at a time.
 */
public final class CaseSuite {

    private final CaseBook book;
    private final Law law;
    private final Map<Case, Set<String>> reads = new HashMap<>();
    private final Map<String, Case> noticed = new HashMap<>();

    /**
     * Reads the cases and runs them.
     *
     * @param city whose first regulation they are of
     * @throws CityTwinException {@code R307} if one fails: then there is nothing to tell changes by
     */
    public CaseSuite(City city) {
        this.book = CaseBook.read(city);
        this.law = new Law(city.regulations());
        CaseRun run = run(city, law);
        for (Case one : book.cases()) {
            Coverage coverage = new Coverage(city.main(), city.calendar());
            boolean passed = run.run(one, outcome -> {
                coverage.add(one, outcome.evidence());
                return outcome.passed();
            });
            refuseUnless(passed, one.place() + " " + one.title());
            reads.put(one, coverage.read());
        }
        refuseUnless(book.problems().isEmpty() && !book.cases().isEmpty(), city.main().id());
    }

    private static void refuseUnless(boolean passed, String what) {
        if (!passed) {
            throw new CityTwinException(
                    RulesError.MUTATION,
                    "`" + what + "` does not pass, so nothing can be told by it.",
                    "Maybe mend it first; `citytwin test` says what is wrong.");
        }
    }

    private static CaseRun run(City city, Law law) {
        return new CaseRun(city, new DefaultRegulationEngine(law, city.assets(), city.calendar(), 1)::another);
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
     * Runs the cases on other regulations until one fails.
     *
     * @param changed one for each regulation of the city, in the same order
     * @param subject what differs: the place of a value or row, or the name of a provision
     * @param again whether the cases must be read again, as what they say of days depends on what is declared
     * @return the case that fails, or empty if all pass
     */
    public Optional<String> firstFailure(List<Regulation> changed, String subject, boolean again) {
        City city = new City(changed, book.city().assets(), book.city().calendar(), book.city().region());
        CaseRun run = run(city, new Law(changed, law));
        List<Case> cases = again ? CaseBook.read(city).cases() : inOrder(subject);
        for (Case one : cases) {
            if (!passes(run, one)) {
                noticed.put(subject, one);
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

    private List<Case> inOrder(String subject) {
        List<Case> cases = new ArrayList<>(book.cases());
        cases.sort(Comparator.comparing(one -> !reads.getOrDefault(one, Set.of()).contains(subject)));
        Optional.ofNullable(noticed.get(subject)).filter(cases::remove).ifPresent(one -> cases.add(0, one));
        return cases;
    }
}
