package io.citytwin.rules.internal.check;

import io.citytwin.rules.internal.engine.Witness;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.FactType.FlagKind;
import io.citytwin.rules.internal.grammar.FactType.NumberKind;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Rule.CellOf;
import io.citytwin.rules.internal.grammar.Rule.Compare;
import io.citytwin.rules.internal.grammar.Tests;
import io.citytwin.rules.regulation.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the cases of a folder showed its rules: which sides of each boundary, on which days. For one thread at a time. */
final class Sides implements Witness {

    private final Checked folder;
    private final Set<Asked> seen = new HashSet<>();
    private final Map<String, Set<Day>> days = new TreeMap<>();
    private final Map<String, EnumSet<Side>> flags = new TreeMap<>();
    private final Map<Threshold, EnumSet<Side>> thresholds = new LinkedHashMap<>();
    private final Set<Place> rows = new TreeSet<>();

    Sides(Checked folder) {
        this.folder = folder;
        folder.rules()
                .forEach(rule -> comparisons(rule)
                        .forEach(one -> thresholds.putIfAbsent(Threshold.of(rule, one), EnumSet.noneOf(Side.class))));
    }

    /** A side of a boundary. */
    enum Side {
        MET,
        NOT_MET
    }

    /** A day that rules were asked about, and the law that they saw. */
    record Day(LocalDate day, LocalDate published) {}

    /** A comparison of a property with a parameter, wherever it stands in the rules of a provision. */
    record Threshold(String provision, String property, Rule.Operator operator, String parameter) {

        static Threshold of(Rule rule, At at) {
            CellOf right = (CellOf) at.compare().right();
            return new Threshold(
                    rule.provision(),
                    at.condition().type().name() + "."
                            + at.condition()
                                    .type()
                                    .slots()
                                    .get(at.compare().slot())
                                    .name(),
                    at.compare().operator(),
                    rule.conditions()
                            .get(right.condition())
                            .type()
                            .slots()
                            .get(right.slot())
                            .name());
        }
    }

    /** A comparison with its pattern. */
    record At(Rule.Condition condition, Compare compare) {}

    /** The comparisons of numbers with parameters. */
    static Stream<At> comparisons(Rule rule) {
        return rule.conditions().stream()
                .flatMap(condition -> compares(condition.test()).map(compare -> new At(condition, compare)))
                .filter(at -> at.condition().type().origin() == Origin.ASSET
                        && at.compare().right() instanceof CellOf right
                        && isParameter(rule.conditions().get(right.condition()).type(), right.slot()));
    }

    private static boolean isParameter(FactType type, int slot) {
        return type.origin() == Origin.LAW && type.slots().get(slot).kind() instanceof NumberKind;
    }

    private static Stream<Compare> compares(Rule.Test test) {
        if (test instanceof Rule.All all) {
            return all.tests().stream().flatMap(Sides::compares);
        } else if (test instanceof Rule.Any any) {
            return any.tests().stream().flatMap(Sides::compares);
        }
        return test instanceof Compare compare ? Stream.of(compare) : Stream.empty();
    }

    @Override
    public void asked(Asked asked) {
        if (!asked.regulation().id().equals(folder.regulation().id()) || !seen.add(asked)) {
            return;
        }
        asked.rules()
                .forEach(rule -> days.computeIfAbsent(rule.provision(), key -> new HashSet<>())
                        .add(new Day(asked.day(), asked.published())));
        asked.facts().forEach(this::flags);
        asked.rules().stream()
                .filter(rule -> asked.switchedOn().contains(rule.name()))
                .forEach(rule -> {
                    comparisons(rule).forEach(at -> threshold(rule, at, asked.facts()));
                    matched(rule, asked, new ArrayList<>());
                });
    }

    /** Windows of hours, days and seasons are flags by now. */
    private void flags(Fact fact) {
        if (fact.type().origin() != Origin.ASSET) {
            for (int slot = 0; slot < fact.type().slots().size(); slot++) {
                Object cell = fact.cell(slot);
                if (fact.type().slots().get(slot).kind() instanceof FlagKind && cell instanceof Boolean up) {
                    String name = fact.type().name() + "."
                            + fact.type().slots().get(slot).name();
                    flags.computeIfAbsent(name, key -> EnumSet.noneOf(Side.class))
                            .add(up ? Side.MET : Side.NOT_MET);
                }
            }
        }
    }

    private void threshold(Rule rule, At at, List<Fact> facts) {
        CellOf right = (CellOf) at.compare().right();
        String law = rule.conditions().get(right.condition()).type().name();
        for (Fact own : ofType(facts, at.condition().type().name())) {
            for (Fact other : ofType(facts, law)) {
                Object left = own.cell(at.compare().slot());
                Object number = other.cell(right.slot());
                if (left != null && number != null) {
                    thresholds
                            .getOrDefault(Threshold.of(rule, at), EnumSet.noneOf(Side.class))
                            .add(Tests.compared(left, at.compare().operator(), number) ? Side.MET : Side.NOT_MET);
                }
            }
        }
    }

    private static List<Fact> ofType(List<Fact> facts, String type) {
        return facts.stream().filter(fact -> fact.type().name().equals(type)).toList();
    }

    /** Notes the rows with which a rule could fire for the twin asked about, whatever is unknown. */
    private boolean matched(Rule rule, Asked asked, List<Fact> match) {
        int position = match.size();
        if (position == rule.conditions().size()) {
            match.stream().map(fact -> asked.rows().get(fact.role())).forEach(this::note);
            return true;
        }
        Rule.Condition condition = rule.conditions().get(position);
        boolean any = false;
        for (Fact fact : ofType(asked.facts(), condition.type().name())) {
            boolean fits = condition.quantifier() == Rule.Quantifier.NOT
                    || ((position != rule.action().subject() || fact.role().equals("self"))
                            && mayBeMet(condition.test(), fact, match));
            if (fits) {
                List<Fact> longer = new ArrayList<>(match);
                longer.add(fact);
                any |= matched(rule, asked, longer);
            }
        }
        return any;
    }

    private void note(@Nullable Place row) {
        if (row != null) {
            rows.add(row);
        }
    }

    /** What law leaves open may be met; what a case leaves open shows nothing of a row. */
    private static boolean mayBeMet(Rule.Test test, Fact own, List<Fact> match) {
        if (test instanceof Rule.All all) {
            return all.tests().stream().allMatch(part -> mayBeMet(part, own, match));
        } else if (test instanceof Rule.Any any) {
            return any.tests().stream().anyMatch(part -> mayBeMet(part, own, match));
        } else if (test instanceof Rule.IsTrue flag) {
            return isUnread(own, flag.slot()) || Boolean.TRUE.equals(own.cell(flag.slot()));
        }
        Compare compare = (Compare) test;
        IntFunction<Fact> matched = at -> at < match.size() ? match.get(at) : own;
        return isUnread(own, compare.slot())
                || (compare.right() instanceof CellOf right && isUnread(matched.apply(right.condition()), right.slot()))
                || Tests.compared(own.cell(compare.slot()), compare.operator(), Tests.value(compare.right(), matched));
    }

    private static boolean isUnread(Fact fact, int slot) {
        return fact.type().origin() == Origin.LAW && fact.cell(slot) == null;
    }

    Map<Threshold, EnumSet<Side>> thresholds() {
        return thresholds;
    }

    /** The sides of a window that were shown; {@code name} is a parameter or a column with the name of its fact. */
    EnumSet<Side> flag(String name) {
        return flags.getOrDefault(name, EnumSet.noneOf(Side.class));
    }

    /** The days on which the rules of a provision were asked. */
    Set<Day> days(String provision) {
        return days.getOrDefault(provision, Set.of());
    }

    Set<Place> rows() {
        return rows;
    }
}
