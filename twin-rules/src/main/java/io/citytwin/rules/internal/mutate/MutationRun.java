package io.citytwin.rules.internal.mutate;

import com.google.common.base.Suppliers;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.engine.Equivalence;
import io.citytwin.rules.internal.engine.Law;
import io.citytwin.rules.internal.engine.Proof;
import io.citytwin.rules.internal.verify.CaseSuite;
import io.citytwin.rules.internal.verify.City;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.Mutant;
import io.citytwin.rules.verify.Mutant.Fate;
import io.citytwin.rules.verify.MutationReport;
import io.citytwin.rules.verify.Mutations.Progress;
import io.citytwin.rules.verify.Mutations.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Tries the changes of one folder. For one thread at a time. */
public final class MutationRun {

    /** Combinations of properties at one moment. */
    private static final long MOST_TRIED = 200_000;

    private final Regulation regulation;
    private final City city;
    private final RegulationBundle bundle;
    private final SortedMap<String, byte[]> files;
    private final CaseSuite cases;
    private final Supplier<List<CaseSuite>> casesOfUsers;
    private final List<Edit> edits;
    private final Law law;
    private final Equivalence equivalence;

    /**
     * Reads the cases and runs them without any change.
     *
     * @param all holds the regulation and those that it uses
     * @param regulation whose folder is changed
     * @param everywhere the law of the bundle, asset types and calendar
     */
    public MutationRun(RegulationBundle all, Regulation regulation, City everywhere) {
        this.regulation = regulation;
        this.city = everywhere.around(regulation);
        this.cases = new CaseSuite(city);
        this.files = all.files(regulation.id());
        this.edits = new FolderEdits(regulation, files).all(city.regulations(), city.assets());
        List<Regulation> users = users(regulation, all.regulations());
        this.casesOfUsers = Suppliers.memoize(() -> suites(users, everywhere));
        List<Regulation> concerned = new ArrayList<>(users);
        concerned.add(0, regulation);
        SortedMap<String, byte[]> withoutCases = new TreeMap<>(files);
        withoutCases.keySet().removeIf(file -> file.startsWith("cases/"));
        this.bundle = all.only(City.withUsed(concerned, all.regulations())).changed(regulation.id(), withoutCases);
        this.law = new Law(bundle.regulations(), cases.law());
        this.equivalence = new Equivalence(law, city.assets(), city.calendar(), MOST_TRIED);
    }

    /** Those that use a regulation, directly or not: what it says may matter to them. */
    private static List<Regulation> users(Regulation regulation, Collection<Regulation> all) {
        List<Regulation> found = new ArrayList<>(List.of(regulation));
        for (int at = 0; at < found.size(); at++) {
            String id = found.get(at).id();
            all.stream()
                    .filter(other -> other.uses().containsValue(id) && !found.contains(other))
                    .forEach(found::add);
        }
        return found.subList(1, found.size());
    }

    private static List<CaseSuite> suites(List<Regulation> users, City everywhere) {
        return users.stream()
                .flatMap(user -> suite(everywhere.around(user)).stream())
                .toList();
    }

    /** Cases of somebody else that fail anyway, or are not there, tell nothing; that is not for this report to say. */
    private static Optional<CaseSuite> suite(City city) {
        try {
            return Optional.of(new CaseSuite(city));
        } catch (CityTwinException failsAnyway) {
            return Optional.empty();
        }
    }

    /**
     * Tries changes.
     *
     * @param sample how many
     * @param progress told of each
     * @return what came of each
     */
    public MutationReport run(Sample sample, Progress progress) {
        List<Edit> chosen = chosen(sample);
        List<Mutant> mutants = new ArrayList<>();
        for (Edit edit : chosen) {
            Mutant mutant = mutant(edit);
            mutants.add(mutant);
            progress.decided(mutants.size(), chosen.size(), mutant);
        }
        mutants.sort(Comparator.comparing(Mutant::place));
        return new MutationReport(regulation.id(), mutants, edits.size() - chosen.size());
    }

    private List<Edit> chosen(Sample sample) {
        if (edits.size() <= sample.most()) {
            return edits;
        }
        List<Edit> shuffled = new ArrayList<>(edits);
        Collections.shuffle(shuffled, new Random(sample.seed()));
        return shuffled.subList(0, sample.most());
    }

    private Mutant mutant(Edit edit) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.keySet().removeIf(file -> file.startsWith("cases/"));
        changed.put(edit.source().file(), edit.source().with(edit));
        RegulationBundle other = bundle.changed(regulation.id(), changed);
        List<Problem> errors = other.report().errors();
        return errors.isEmpty()
                ? tried(edit, other)
                : of(edit, Fate.REFUSED, errors.get(0).what());
    }

    private Mutant tried(Edit edit, RegulationBundle other) {
        boolean state = edit.source().file().equals(FolderEdits.STATE);
        Map<String, Regulation> changed = new HashMap<>();
        other.regulations().stream()
                .filter(one -> one.id().equals(regulation.id()))
                .forEach(one -> changed.put(one.id(), withCases(one)));
        Law after = new Law(other.regulations(), law);
        Optional<Set<String>> concerned =
                state ? Optional.empty() : equivalence.concerned(after).or(() -> Optional.of(law.groupIds()));
        CaseSuite.Changed change = new CaseSuite.Changed(changed, edit.note().subject(), concerned);
        Optional<String> failed = cases.firstFailure(change)
                .or(() -> casesOfUsers.get().stream()
                        .flatMap(suite -> suite.firstFailure(change).stream())
                        .findFirst());
        return failed.map(title -> of(edit, Fate.KILLED, title))
                .orElseGet(() -> state ? of(edit, Fate.SURVIVED, edit.note().lacks()) : proven(edit, after));
    }

    private Mutant proven(Edit edit, Law after) {
        Proof proof = equivalence.compare(after);
        if (proof instanceof Proof.Same) {
            return of(edit, Fate.EQUIVALENT, "whatever is asked, the answer is the same");
        } else if (proof instanceof Proof.Different different) {
            return of(edit, Fate.SURVIVED, edit.note().lacks() + "; such as " + different.example());
        }
        return of(edit, Fate.SURVIVED, edit.note().lacks() + "; not proven: " + ((Proof.Open) proof).why());
    }

    private Regulation withCases(Regulation changed) {
        return new Regulation(
                changed.id(),
                changed.title(),
                changed.jurisdiction(),
                changed.authority(),
                changed.rank(),
                changed.verified(),
                changed.sources(),
                changed.uses(),
                changed.provisions(),
                changed.parameters(),
                changed.state(),
                changed.rules(),
                regulation.cases(),
                changed.hash());
    }

    private static Mutant of(Edit edit, Fate fate, String detail) {
        return new Mutant(edit.note().place(), edit.note().change(), fate, detail);
    }
}
