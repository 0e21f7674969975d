package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.ResolvedRules;
import io.citytwin.rules.internal.grammar.Used;
import io.citytwin.rules.internal.grammar.Vocabulary;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Resolves what folders say about each other. A folder that is refused leaves its place to the one below it, and those
 * that use it are looked at again, until nothing changes. For one thread at a time.
 */
final class Linker {

    private final List<Draft> drafts;
    private final List<Draft> top;
    private final Set<Draft> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Draft, List<Problem>> linkProblems = new IdentityHashMap<>();

    Linker(List<List<Draft>> layers) {
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

    /** Links the topmost folder of each id that is not refused yet. */
    private SortedMap<String, Regulation> round() {
        SortedMap<String, Draft> active = new TreeMap<>();
        for (Draft draft : drafts) {
            if (draft.content().isPresent() && !draft.isTwin() && !refused.contains(draft)) {
                active.put(draft.id(), draft);
            }
        }
        SortedMap<String, Regulation> regulations = new TreeMap<>();
        active.forEach((id, draft) -> {
            List<Problem> problems = new ArrayList<>();
            linkProblems.put(draft, problems);
            regulations.put(id, regulation(draft, active, problems));
        });
        active.forEach((id, draft) -> {
            if (draft.isBroken() || hasError(draft)) {
                refused.add(draft);
                regulations.remove(id);
            }
        });
        Ties.find(regulations.values(), (regulation, problem) -> {
            Draft draft = active.get(regulation.id());
            if (draft != null) {
                linkProblems.computeIfAbsent(draft, none -> new ArrayList<>()).add(problem);
                refused.add(draft);
            }
        });
        active.forEach((id, draft) -> {
            if (refused.contains(draft)) {
                regulations.remove(id);
            }
        });
        return regulations;
    }

    private boolean hasError(Draft draft) {
        return linkProblems.getOrDefault(draft, List.of()).stream()
                .anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }

    private Regulation regulation(Draft draft, SortedMap<String, Draft> active, List<Problem> problems) {
        Draft.Content content = draft.content().orElseThrow();
        Header header = content.header();
        Set<String> spoilt = new HashSet<>(content.spoilt());
        SortedMap<String, Used> used = new TreeMap<>();
        SortedMap<String, String> uses = new TreeMap<>();
        header.uses().forEach((alias, id) -> {
            Draft other = active.get(id.text());
            if (other == null) {
                spoilt.add(Vocabulary.lawName(alias));
                problems.add(missing(id, active));
            } else {
                Draft.Content theirs = other.content().orElseThrow();
                used.put(alias, new Used(theirs.parameters(), theirs.state()));
                theirs.spoilt().forEach(spoilt::add);
            }
            uses.put(alias, id.text());
        });
        ResolvedRules rules = new RuleLinker(content, spoilt, problems::add).link(draft, used);
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
                rules,
                content.cases(),
                content.hash());
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
