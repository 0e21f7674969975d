package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Vocabulary;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What law a group of rules rests on, by what two versions of it can be compared. Safe for use by many threads. */
final class GroupLaw {

    private GroupLaw() {}

    /** Values and dates of all parameters that a group reads, wherever they stand. */
    static List<Object> contents(Group group, Law law) {
        List<Object> contents = new ArrayList<>();
        for (Parameter parameter : read(group, law)) {
            for (DatedValue dated : parameter.values()) {
                contents.add(dated.validity());
                if (dated.value() instanceof LawValue.OfTable table) {
                    table.rows().forEach(row -> contents.add(List.of(row.cells(), row.validity())));
                } else {
                    contents.add(dated.value());
                }
            }
        }
        return contents;
    }

    static List<Parameter> read(Group group, Law law) {
        List<Parameter> read = new ArrayList<>();
        for (FactType type : group.types().values()) {
            if (type.origin() == FactType.Origin.TABLE) {
                group.regulation().parameters().find(type.name()).ifPresent(read::add);
            } else if (type.origin() == FactType.Origin.LAW) {
                regulationOf(group, type, law)
                        .ifPresent(regulation -> group.reads(type).stream()
                                .flatMap(slot -> regulation
                                        .parameters()
                                        .find(type.slots().get(slot).name())
                                        .stream())
                                .forEach(read::add));
            }
        }
        return read;
    }

    static Optional<Regulation> regulationOf(Group group, FactType type, Law law) {
        return type.name().equals(Vocabulary.LAW)
                ? Optional.of(group.regulation())
                : group.regulation().uses().entrySet().stream()
                        .filter(use -> Vocabulary.lawName(use.getKey()).equals(type.name()))
                        .findFirst()
                        .flatMap(use -> law.find(use.getValue()));
    }

    static List<Provision> provisions(Group group) {
        return group.rules().stream()
                .map(Rule::provision)
                .distinct()
                .flatMap(name ->
                        Optional.ofNullable(group.regulation().provisions().get(name)).stream())
                .toList();
    }

    static List<Object> days(Group group) {
        return days(provisions(group));
    }

    static List<Object> days(Collection<Provision> provisions) {
        return provisions.stream()
                .<Object>map(provision -> List.of(provision.name(), provision.since(), provision.lastDay()))
                .toList();
    }

    /** What the rules could say, of what: who asks about something else need not ask them. */
    static Set<String> says(Group group) {
        Set<String> says = new TreeSet<>();
        for (Rule rule : group.rules()) {
            Rule.Action action = rule.action();
            String what = action.getClass().getSimpleName();
            if (action instanceof Rule.Forbid forbid) {
                what += forbid.act();
            } else if (action instanceof Rule.Charge charge) {
                what += charge.act();
            } else if (action instanceof Rule.Lift lift) {
                what += lift.act();
            } else if (action instanceof Rule.Compute compute) {
                what += compute.property();
            }
            what += action.claimed().orElse("");
            says.add(rule.conditions().get(action.subject()).type().name() + " " + what + " " + rule.lifts());
        }
        return says;
    }
}
