package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.internal.grammar.Rule;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rules of a folder, resolved together with the folders that it uses. Immutable.
 *
 * @param used alias to the hash of each folder that it uses
 * @param rules in file order
 * @param problems met
 */
record LinkedRules(SortedMap<String, String> used, List<Rule> rules, List<Problem> problems) {

    /** Copies the collections. */
    LinkedRules {
        used = Collections.unmodifiableSortedMap(new TreeMap<>(used));
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    boolean isSound() {
        return problems.stream().noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }
}
