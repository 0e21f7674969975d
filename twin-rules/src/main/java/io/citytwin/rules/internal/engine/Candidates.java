package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Rule.CellOf;
import io.citytwin.rules.internal.grammar.Rule.Compare;
import io.citytwin.rules.internal.grammar.Rule.Constant;
import io.citytwin.rules.internal.grammar.Rule.Operator;
import io.citytwin.rules.internal.grammar.Signed;
import io.citytwin.rules.internal.grammar.Tests;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values to try for an unknown cell: one for each way in which the comparisons of a group can turn out. For one
 * thread at a time.
 */
final class Candidates {

    /** No fact leaves room. */
    private static final int NONE = Integer.MAX_VALUE;

    private final Scene scene;
    private final List<Rule> live;
    private final int roomFrom;

    Candidates(Group group, Scene scene) {
        this(group.rules(), scene);
    }

    /** For rules that may see different law of one type: one value for each way in which any of it can turn out. */
    Candidates(List<Rule> rules, Scene scene) {
        this(rules, scene, NONE);
    }

    /**
     * The same, where the numbers of some facts leave room: whichever of theirs are chosen, those of other facts can stand
     * below, between and above them.
     *
     * @param roomFrom position of the first of them
     */
    Candidates(List<Rule> rules, Scene scene, int roomFrom) {
        this.scene = scene;
        this.roomFrom = roomFrom;
        this.live = rules.stream()
                .filter(rule -> scene.switchedOn.contains(rule.name()))
                .filter(rule -> rule.conditions().stream().allMatch(condition -> Scenes.mayBeMet(condition, scene)))
                .toList();
    }

    /** A comparison with the unknown cell on one side. */
    private record Meeting(
            Operator operator,
            boolean unknownLeft,
            @Nullable Object other) {
        boolean holds(Object candidate) {
            return unknownLeft
                    ? Tests.compared(candidate, operator, other)
                    : Tests.compared(other, operator, candidate);
        }
    }

    List<Object> of(Scene.UnknownCell unknown) {
        FactType type = typeOf(unknown);
        FactType.Kind kind = type.slots().get(unknown.slot()).kind();
        if (kind instanceof FactType.FlagKind) {
            return isRead(type, unknown.slot()) ? List.of(false, true) : List.of(false);
        }
        if (kind instanceof FactType.KeyKind key) {
            return scene.facts.stream()
                    .filter(fact -> fact.type().name().equals(key.assetType()))
                    .<Object>map(Fact::role)
                    .toList();
        }
        List<Meeting> meetings = meetings(type, unknown.slot());
        List<Object> all = kind instanceof FactType.NameKind names
                ? IntStream.range(0, names.of().names().size())
                        .<Object>mapToObj(Integer::valueOf)
                        .toList()
                : numbers(unknown);
        boolean otherSideUnknown = meetings.stream().anyMatch(meeting -> meeting.other() == null);
        return addsUp(unknown) || otherSideUnknown ? all : onePerTurnout(all, meetings);
    }

    private boolean isRead(FactType type, int slot) {
        return live().anyMatch(rule ->
                Reads.of(rule).getOrDefault(type.name(), new TreeSet<>()).contains(slot));
    }

    /** Whether a sum says the value itself, not only how it compares. */
    private boolean addsUp(Scene.UnknownCell unknown) {
        return live().anyMatch(rule -> usedInAction(rule, typeOf(unknown), unknown.slot()));
    }

    private FactType typeOf(Scene.UnknownCell unknown) {
        return scene.facts.get(unknown.fact()).type();
    }

    private static List<Object> onePerTurnout(List<Object> all, List<Meeting> meetings) {
        Map<List<Boolean>, Object> byTurnout = new LinkedHashMap<>();
        for (Object candidate : all) {
            List<Boolean> turnout =
                    meetings.stream().map(meeting -> meeting.holds(candidate)).toList();
            byTurnout.putIfAbsent(turnout, candidate);
        }
        return List.copyOf(byTurnout.values());
    }

    private List<Object> numbers(Scene.UnknownCell unknown) {
        Set<Scene.UnknownCell> linked = linked(unknown);
        TreeSet<BigDecimal> cuts = new TreeSet<>();
        if (unknown.least() >= 0) {
            cuts.addAll(cutsOf(unknown));
            return linked.size() == 1
                    ? NumbersTried.wholeDays(unknown, cuts)
                    : NumbersTried.wholeNumbers(unknown)
                            .<Object>mapToObj(BigDecimal::valueOf)
                            .toList();
        }
        for (Scene.UnknownCell one : linked) {
            cuts.addAll(cutsOf(one));
            NumbersTried.wholeNumbers(one).forEach(number -> cuts.add(BigDecimal.valueOf(number)));
        }
        int free = (int) linked.stream().filter(one -> one.least() < 0).count();
        // One more where the value itself is said: no two stretches of numbers may look alike by chance.
        int numbers = linked.stream().anyMatch(this::addsUp) ? free + 1 : free;
        if (roomFrom == NONE) {
            return NumbersTried.spread(cuts, numbers, 1);
        }
        int around = (int) linked.stream().filter(one -> one.fact() < roomFrom).count();
        int step = around + 1;
        return NumbersTried.spread(cuts, (numbers - around) * step + around, unknown.fact() < roomFrom ? 1 : step);
    }

    /** The known numbers that an unknown one is compared with. */
    private SortedSet<BigDecimal> cutsOf(Scene.UnknownCell unknown) {
        return cuts(typeOf(unknown), unknown.slot());
    }

    /** The known numbers that a cell is compared with. */
    SortedSet<BigDecimal> cuts(FactType type, int slot) {
        return meetings(type, slot).stream()
                .map(Meeting::other)
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The unknown numbers that this one is compared with, directly or through others, and itself. */
    private Set<Scene.UnknownCell> linked(Scene.UnknownCell start) {
        Set<Scene.UnknownCell> linked = new LinkedHashSet<>(Set.of(start));
        List<Scene.UnknownCell> open = new ArrayList<>(linked);
        while (!open.isEmpty()) {
            Scene.UnknownCell from = open.remove(open.size() - 1);
            scene.unknown.stream()
                    .filter(Scene.UnknownCell.class::isInstance)
                    .map(Scene.UnknownCell.class::cast)
                    .filter(to -> live().anyMatch(rule -> compares(rule, from, to) || compares(rule, to, from)))
                    .filter(linked::add)
                    .forEach(open::add);
        }
        return linked;
    }

    private boolean compares(Rule rule, Scene.UnknownCell left, Scene.UnknownCell right) {
        return rule.conditions().stream()
                .filter(condition -> condition.type().name().equals(typeOf(left).name()))
                .flatMap(condition -> comparisons(condition.test()))
                .anyMatch(compare -> compare.slot() == left.slot()
                        && compare.right() instanceof CellOf cell
                        && isSlot(rule, cell, typeOf(right), right.slot()));
    }

    private List<Meeting> meetings(FactType type, int slot) {
        List<Meeting> meetings = new ArrayList<>();
        live().forEach(rule -> {
            for (Rule.Condition condition : rule.conditions()) {
                comparisons(condition.test()).forEach(compare -> {
                    if (condition.type().name().equals(type.name()) && compare.slot() == slot) {
                        values(rule, compare.right())
                                .forEach(other -> meetings.add(new Meeting(compare.operator(), true, other)));
                    }
                    if (compare.right() instanceof CellOf cell && isSlot(rule, cell, type, slot)) {
                        cells(condition.type(), compare.slot())
                                .forEach(other -> meetings.add(new Meeting(compare.operator(), false, other)));
                    }
                });
            }
        });
        return meetings;
    }

    /** The rules that may fire: what the others compare with does not matter. */
    private Stream<Rule> live() {
        return live.stream();
    }

    private static boolean isSlot(Rule rule, CellOf cell, FactType type, int slot) {
        return cell.slot() == slot
                && rule.conditions().get(cell.condition()).type().name().equals(type.name());
    }

    private Stream<@Nullable Object> values(Rule rule, Rule.Operand operand) {
        if (operand instanceof Constant constant) {
            return Stream.of(constant.value());
        }
        CellOf cell = (CellOf) operand;
        return cells(rule.conditions().get(cell.condition()).type(), cell.slot());
    }

    /** What facts of a type have in a slot; null where that is unknown too. */
    private Stream<@Nullable Object> cells(FactType type, int slot) {
        return scene.facts.stream()
                .filter(fact -> fact.type().name().equals(type.name()))
                .map(fact -> fact.cell(slot));
    }

    private static Stream<Compare> comparisons(Rule.Test test) {
        if (test instanceof Rule.All all) {
            return all.tests().stream().flatMap(Candidates::comparisons);
        } else if (test instanceof Rule.Any any) {
            return any.tests().stream().flatMap(Candidates::comparisons);
        }
        return test instanceof Compare compare ? Stream.of(compare) : Stream.empty();
    }

    private static boolean usedInAction(Rule rule, FactType type, int slot) {
        return rule.action().terms().stream()
                .map(Signed::operand)
                .anyMatch(operand -> operand instanceof CellOf cell && isSlot(rule, cell, type, slot));
    }

    /** All combinations of candidates, in a fixed order; empty if there are more than {@code most}. */
    static List<List<Object>> product(List<List<Object>> choices, int most) {
        long size = choices.stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, most + 1L));
        if (size > most) {
            return List.of();
        }
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of());
        for (List<Object> choice : choices) {
            rows = rows.stream()
                    .flatMap(row -> choice.stream().map(value -> append(row, value)))
                    .toList();
        }
        return rows;
    }

    private static List<Object> append(List<Object> row, Object value) {
        List<Object> longer = new ArrayList<>(row);
        longer.add(Objects.requireNonNull(value));
        return longer;
    }
}
