package io.citytwin.rules.internal.grammar;

import io.citytwin.core.model.ValueType;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.SyntaxTree.ListName;
import java.util.Optional;

/** Looks up names of lists. Safe for use by many threads. */
final class ListNames {

    private ListNames() {}

    static String text(ListName name) {
        return name.list().text() + "." + name.name().text();
    }

    /** The position of a name in the list that is needed here; empty if it was reported. */
    static Optional<Integer> position(Scope scope, ListName node, ValueType.Names wanted) {
        String list = node.list().text();
        String name = node.name().text();
        String meant = wanted.list() + "." + name;
        if (!list.equals(wanted.list())) {
            boolean known = scope.vocabulary().lists().containsKey(list);
            scope.report(
                    known ? RulesError.COMPARISON : RulesError.UNKNOWN_NAME,
                    node.place(),
                    Token.quoted(list)
                            + (known ? " is another list than `" + wanted.list() + "`." : " is no list of names."),
                    wanted.names().contains(name)
                            ? "Maybe `" + meant + "`."
                            : "Maybe a name of `" + wanted.list() + "`, such as `" + wanted.list() + "."
                                    + wanted.names().get(0) + "`.");
            return Optional.empty();
        }
        int position = wanted.names().indexOf(name);
        if (position < 0) {
            scope.report(
                    RulesError.UNKNOWN_NAME,
                    node.name().place(),
                    Token.quoted(name) + " is not a name of `" + list + "`.",
                    Nearest.advice(name, wanted.names(), "Maybe look up the names of `" + list + "`."));
            return Optional.empty();
        }
        return Optional.of(position);
    }
}
