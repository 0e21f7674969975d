package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.ResolvedRules;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Used;
import io.citytwin.rules.internal.grammar.Vocabulary;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Resolves what folders say about each other. A folder that is refused leaves its place to the one below it, and those
 * that use it are looked at again, until nothing changes. For one thread at a time.
 */
final class Linker {

    private final List<Draft> drafts;
    private final List<Draft> top;
    private final Set<Draft> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Draft, List<Problem>> linkProblems = new IdentityHashMap<>();
    private final IdentityHashMap<Draft, Integer> layerOf = new IdentityHashMap<>();
    private final IdentityHashMap<Draft, Link> links = new IdentityHashMap<>();
    private final Comparator<Draft> seniority = Comparator.comparingInt(this::layer)
            .thenComparingInt(draft -> draft.admission().order())
            .thenComparing(Draft::path);

    Linker(List<List<Draft>> layers) {
        for (int layer = 0; layer < layers.size(); layer++) {
            for (Draft draft : layers.get(layer)) {
                layerOf.put(draft, layer);
            }
        }
        this.drafts = layers.stream().flatMap(List::stream).toList();
        this.top = layers.get(layers.size() - 1);
    }

    Layers.Result link() {
        SortedMap<String, Regulation> regulations = round();
        int before = -1;
        while (before != refused.size()) {
            before = refused.size();
            regulations = round();
        }
        SortedMap<String, Regulation> fromTop = new TreeMap<>(regulations);
        Set<String> topIds = top.stream()
                .filter(draft -> !refused.contains(draft) && !draft.isTwin())
                .map(Draft::id)
                .collect(Collectors.toSet());
        fromTop.keySet().retainAll(topIds);
        return new Layers.Result(linked(regulations, drafts), linked(fromTop, top));
    }

    private Layers.Linked linked(SortedMap<String, Regulation> regulations, List<Draft> of) {
        List<Problem> problems = new ArrayList<>();
        for (Draft draft : of) {
            problems.addAll(draft.problems());
            problems.addAll(linkProblems.getOrDefault(draft, List.of()));
            if (draft.left() > 0) {
                problems.add(Problem.error(
                        RulesError.BROKEN_FOLDER,
                        new Place(draft.path().isEmpty() ? "." : draft.path(), 1, 1),
                        "`" + draft.left() + "` more problems of the folder are not shown.",
                        "Maybe mend these first."));
            }
        }
        return new Layers.Linked(Collections.unmodifiableSortedMap(regulations), problems, of.size());
    }

    /** Folders of one layer, each with its rules, unless these have mistakes. */
    static List<Draft> linked(List<Draft> drafts) {
        SortedMap<String, Draft> active = new TreeMap<>();
        drafts.forEach(draft -> active.put(draft.id(), draft));
        Linker linker = new Linker(List.of(drafts));
        return drafts.stream()
                .map(draft -> {
                    LinkedRules rules = linker.resolved(draft, active);
                    return rules.isSound() ? draft.with(rules) : draft;
                })
                .toList();
    }

    /** Links the topmost folder of each id that is not refused yet; the last round refuses nobody. */
    private SortedMap<String, Regulation> round() {
        SortedMap<String, Draft> active = new TreeMap<>();
        for (Draft draft : drafts) {
            if (draft.content().isPresent() && !draft.isTwin() && !refused.contains(draft)) {
                active.put(draft.id(), draft);
            }
        }
        SortedMap<String, Regulation> regulations = new TreeMap<>();
        Set<Draft> wrong = Collections.newSetFromMap(new IdentityHashMap<>());
        active.forEach((id, draft) -> {
            regulations.put(id, linked(draft, active));
            if (draft.isBroken() || hasError(draft)) {
                wrong.add(draft);
            }
        });
        if (wrong.isEmpty()) {
            Ties.find(bySeniority(regulations.values(), active), (regulation, problem) -> {
                Draft draft = Objects.requireNonNull(active.get(regulation.id()));
                linkProblems.computeIfAbsent(draft, none -> new ArrayList<>()).add(problem);
                refused.add(draft);
            });
        }
        refused.addAll(causes(wrong, active));
        return regulations;
    }

    /** Those that are wrong by themselves: what uses one of them may be right with the folder below that one. */
    private static Collection<Draft> causes(Set<Draft> wrong, SortedMap<String, Draft> active) {
        List<Draft> causes = wrong.stream()
                .filter(draft ->
                        used(draft, active).stream().noneMatch(other -> !isSame(other, draft) && wrong.contains(other)))
                .toList();
        return causes.isEmpty() ? wrong : causes;
    }

    private static List<@Nullable Draft> used(Draft draft, SortedMap<String, Draft> active) {
        List<@Nullable Draft> used = new ArrayList<>();
        draft.content().orElseThrow().header().uses().values().forEach(id -> used.add(active.get(id.text())));
        return used;
    }

    // Two folders with equal content are two folders all the same.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(@Nullable Draft one, @Nullable Draft other) {
        return one == other;
    }

    /** Links a folder, unless nothing that it uses has changed since. */
    private Regulation linked(Draft draft, SortedMap<String, Draft> active) {
        List<@Nullable Draft> used = used(draft, active);
        Link before = links.get(draft);
        if (before != null && !used.contains(null) && before.isTo(used)) {
            return before.regulation();
        }
        List<Problem> problems = new ArrayList<>();
        linkProblems.put(draft, problems);
        Regulation regulation = regulation(draft, active, problems);
        links.put(draft, new Link(used, regulation));
        return regulation;
    }

    /** A folder linked to those that it uses. */
    private record Link(List<@Nullable Draft> used, Regulation regulation) {

        boolean isTo(List<@Nullable Draft> others) {
            for (int i = 0; i < used.size(); i++) {
                if (!isSame(used.get(i), others.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Nobody can push out a folder of a layer below, or of an earlier grant, by tying with it. */
    private List<Regulation> bySeniority(Collection<Regulation> regulations, SortedMap<String, Draft> active) {
        return regulations.stream()
                .sorted(Comparator.comparing(
                        regulation -> Objects.requireNonNull(active.get(regulation.id())), seniority))
                .toList();
    }

    private int layer(Draft draft) {
        return layerOf.getOrDefault(draft, 0);
    }

    /** The folder whose place a folder takes. */
    private Optional<Draft> below(Draft draft) {
        return drafts.stream()
                .filter(other -> layer(other) < layer(draft) && other.content().isPresent() && !other.isTwin())
                .filter(other -> other.id().equals(draft.id()))
                .reduce((lower, upper) -> upper);
    }

    private boolean hasError(Draft draft) {
        return linkProblems.getOrDefault(draft, List.of()).stream()
                .anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }

    private Regulation regulation(Draft draft, SortedMap<String, Draft> active, List<Problem> problems) {
        Draft.Content content = draft.content().orElseThrow();
        Header header = content.header();
        LinkedRules linked = draft.linked()
                .filter(known -> known.used().equals(hashes(draft, active)))
                .orElseGet(() -> resolved(draft, active));
        problems.addAll(linked.problems());
        Guard.check(draft, below(draft), linked.rules(), problems::add);
        SortedMap<String, String> uses = new TreeMap<>();
        header.uses().forEach((alias, id) -> uses.put(alias, id.text()));
        return new Regulation(
                draft.id(),
                header.title(),
                header.jurisdiction(),
                header.authority(),
                header.rank(),
                header.verified(),
                header.sources(),
                uses,
                header.provisions(),
                content.parameters(),
                content.state(),
                new ResolvedRules(linked.rules(), header.declared()),
                content.cases(),
                content.hash());
    }

    /** Of the folders that a folder uses, as far as they are there and were read with the same asset types. */
    private static SortedMap<String, String> hashes(Draft draft, SortedMap<String, Draft> active) {
        SortedMap<String, String> hashes = new TreeMap<>();
        draft.content().orElseThrow().header().uses().forEach((alias, id) -> {
            Draft other = active.get(id.text());
            if (other != null && other.types().equals(draft.types())) {
                hashes.put(alias, other.content().orElseThrow().hash());
            }
        });
        return hashes;
    }

    private LinkedRules resolved(Draft draft, SortedMap<String, Draft> active) {
        Draft.Content content = draft.content().orElseThrow();
        List<Problem> problems = new ArrayList<>();
        Set<String> spoilt = new HashSet<>(content.spoilt());
        SortedMap<String, Used> used = new TreeMap<>();
        content.header().uses().forEach((alias, id) -> {
            Draft other = active.get(id.text());
            if (other == null) {
                spoilt.add(Vocabulary.lawName(alias));
                problems.add(missing(id, active));
            } else {
                Draft.Content theirs = other.content().orElseThrow();
                used.put(alias, new Used(theirs.parameters(), theirs.state()));
                theirs.spoilt().forEach(spoilt::add);
            }
        });
        List<Rule> rules = new RuleLinker(content, spoilt, problems::add).link(draft, used);
        Combinations.check(rules, content.parameters(), problems::add);
        return new LinkedRules(hashes(draft, active), rules, problems);
    }

    private Problem missing(Node.Scalar id, SortedMap<String, Draft> active) {
        boolean broken = drafts.stream().anyMatch(draft -> draft.id().equals(id.text()));
        return broken
                ? Problem.error(
                        RulesError.BROKEN_FOLDER,
                        id.place(),
                        "The regulation `" + id.text() + "`, which this one uses, was refused.",
                        "Maybe mend that folder first.")
                : Problem.error(
                        RulesError.UNKNOWN_NAME,
                        id.place(),
                        "No regulation with the id " + Words.quoted(id.text()) + " is loaded.",
                        Words.maybe(id.text(), active.keySet()));
    }
}
