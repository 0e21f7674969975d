package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Provision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The groups whose bans and fees a group of rules lifts, if it does nothing else: while none of them says anything, what
 * it says changes no answer. Immutable.
 *
 * @param groups with their law; none if the group does something else as well
 */
record LiftedGroups(List<InLaw> groups) {

    /** A group with the law that holds for it. */
    record InLaw(Group group, Law law) {

        boolean silentAt(Moment moment) {
            Scene scene = new Scene();
            new LawFacts(group, moment, scene, law::find).add();
            return Scenes.isSilent(group, scene);
        }
    }

    /** Copies the list. */
    LiftedGroups {
        groups = List.copyOf(groups);
    }

    static LiftedGroups of(Law law, Group lifting) {
        if (!lifting.rules().stream().allMatch(rule -> rule.action() instanceof Rule.Lift)) {
            return new LiftedGroups(List.of());
        }
        Set<String> lifted =
                lifting.rules().stream().flatMap(rule -> rule.lifts().stream()).collect(Collectors.toSet());
        return new LiftedGroups(law.groups()
                .filter(group ->
                        group.regulation().id().equals(lifting.regulation().id()))
                .filter(group -> lifted.contains(group.name()))
                .map(group -> new InLaw(group, law))
                .toList());
    }

    LiftedGroups and(LiftedGroups others) {
        boolean nothing = groups.isEmpty() || others.groups.isEmpty();
        return new LiftedGroups(
                nothing
                        ? List.of()
                        : Stream.concat(groups.stream(), others.groups.stream()).toList());
    }

    /** Whether nothing is forbidden or charged at a moment that could be lifted. */
    boolean silentAt(Moment moment) {
        return !groups.isEmpty() && groups.stream().allMatch(group -> group.silentAt(moment));
    }

    List<Parameter> read() {
        List<Parameter> read = new ArrayList<>();
        groups.forEach(one -> read.addAll(GroupLaw.read(one.group(), one.law())));
        return read;
    }

    List<Provision> provisions() {
        return groups.stream()
                .flatMap(one -> GroupLaw.provisions(one.group()).stream())
                .toList();
    }
}
