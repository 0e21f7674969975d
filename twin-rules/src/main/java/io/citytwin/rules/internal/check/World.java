package io.citytwin.rules.internal.check;

import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.FactType.FlagKind;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Rule.CellOf;
import io.citytwin.rules.internal.grammar.Rule.Compare;
import io.citytwin.rules.internal.grammar.Rule.Constant;
import io.citytwin.rules.internal.grammar.Rule.Operand;
import io.citytwin.rules.internal.grammar.Rule.Quantifier;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A rule under one state of the law, with one row chosen for each table that it matches. Immutable.
 *
 * @param folder of the rule
 * @param rule the rule
 * @param slice the state of the law
 * @param rows position of a pattern on a table to the row chosen; a table that was not read has none
 * @param own what distinguishes the facts of this rule's patterns from those of another rule's, or {@link #ONE_EACH}
 */
record World(Checked folder, Rule rule, LawSlice slice, Map<Integer, LawValue.Row> rows, String own) {

    /** There is one twin of each type, and all patterns of the type are about it. */
    static final String ONE_EACH = "one";

    private static final int MOST_ROWS = 2_000;
    private static final int MOST_WAYS = 200;

    /** One world for each choice of rows; empty if there are too many. */
    static Optional<List<World>> of(Checked folder, Rule rule, LawSlice slice, String own) {
        List<World> worlds = List.of(new World(folder, rule, slice, Map.of(), own));
        for (int position = 0; position < rule.conditions().size(); position++) {
            Rule.Condition condition = rule.conditions().get(position);
            if (condition.type().origin() == Origin.TABLE && condition.quantifier() != Quantifier.NOT) {
                worlds = worlds.stream().flatMap(chosen(position)).toList();
                if (worlds.size() > MOST_ROWS) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(worlds);
    }

    private static Function<World, Stream<World>> chosen(int position) {
        return world -> {
            Optional<DatedValue> table = world.table(position);
            if (table.isPresent() && table.get().value() instanceof LawValue.OfTable read) {
                return world.slice.rows(read).stream().map(row -> world.with(position, row));
            }
            return table.stream().map(unread -> world);
        };
    }

    private Optional<DatedValue> table(int position) {
        return folder.regulation()
                .parameters()
                .find(rule.conditions().get(position).type().name())
                .flatMap(slice::value);
    }

    private World with(int position, LawValue.Row row) {
        Map<Integer, LawValue.Row> more = new TreeMap<>(rows);
        more.put(position, row);
        return new World(folder, rule, slice, more, own);
    }

    /** What a cell of a pattern holds. */
    Cell cell(int position, int slot) {
        FactType type = rule.conditions().get(position).type();
        return switch (type.origin()) {
            case ASSET ->
                new Cell.Open(scope(position), slot, type.slots().get(slot).kind());
            case LAW -> lawCell(type, slot);
            case TABLE -> rowCell(position, type, slot);
        };
    }

    /** The subject is called the same in every rule: two of them are compared about one twin. */
    private String scope(int position) {
        String type = rule.conditions().get(position).type().name();
        String subject = rule.conditions().get(rule.action().subject()).type().name();
        if (own.equals(ONE_EACH)) {
            return type.equals(subject) ? "subject" : type;
        }
        return position == rule.action().subject() ? "subject" : own + position;
    }

    private Cell lawCell(FactType type, int slot) {
        Optional<LawValue> value = folder.lawOf(type)
                .parameters()
                .find(type.slots().get(slot).name())
                .flatMap(slice::value)
                .map(DatedValue::value);
        if (value.isEmpty() || value.get() instanceof LawValue.NotRead) {
            return new Cell.Anything();
        } else if (value.get() instanceof LawValue.OfNumber number) {
            return new Cell.Known(number.quantity().amount());
        } else if (value.get() instanceof LawValue.OfFlag flag) {
            return new Cell.Known(flag.on());
        }
        return new Cell.Open(type.name(), slot, new FlagKind());
    }

    private Cell rowCell(int position, FactType type, int slot) {
        LawValue.Row row = rows.get(position);
        LawValue.Cell cell =
                row == null ? null : row.cells().get(type.slots().get(slot).name());
        if (cell instanceof LawValue.NameCell name) {
            return new Cell.Known(name.ordinal());
        } else if (cell instanceof LawValue.NamesCell names) {
            return new Cell.Known(names.ordinals());
        } else if (cell instanceof LawValue.NumberCell number) {
            return new Cell.Known(number.quantity().amount());
        } else if (cell instanceof LawValue.FlagCell flag) {
            return new Cell.Known(flag.on());
        } else if (cell instanceof LawValue.HoursCell || cell instanceof LawValue.SeasonCell) {
            return new Cell.Open(String.valueOf(row == null ? "" : row.place()), slot, new FlagKind());
        }
        return new Cell.Anything();
    }

    /** What an operand holds. */
    Cell cell(Operand operand, IntFunction<Integer> positions) {
        return operand instanceof Constant constant
                ? new Cell.Known(constant.value())
                : cell(positions.apply(((CellOf) operand).condition()), ((CellOf) operand).slot());
    }

    /** Whether the first patterns cannot all be met; what must not be there is not looked at. */
    boolean contradicts(int patterns) {
        return ways(patterns)
                .map(ways -> ways.stream().allMatch(Domains::contradict))
                .orElse(false);
    }

    /** The ways to meet the first patterns, each a list of comparisons that must all hold; empty if they are too many. */
    Optional<List<List<Literal>>> ways(int patterns) {
        List<List<Literal>> ways = List.of(List.of());
        for (int position = 0; position < patterns; position++) {
            Rule.Condition condition = rule.conditions().get(position);
            if (condition.quantifier() != Quantifier.NOT) {
                ways = product(ways, ways(condition.test(), position, true, at -> at));
                if (ways.size() > MOST_WAYS) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(ways);
    }

    /**
     * The ways to meet a test, or not to meet it.
     *
     * @param position of the pattern whose facts the test looks at
     * @param positions where the facts of the test's other patterns are found
     */
    List<List<Literal>> ways(Rule.Test test, int position, boolean positive, IntFunction<Integer> positions) {
        if (test instanceof Rule.All all) {
            return many(all.tests(), position, positive, positions, positive);
        } else if (test instanceof Rule.Any any) {
            return many(any.tests(), position, positive, positions, !positive);
        } else if (test instanceof Rule.IsTrue flag) {
            return List.of(List.of(Literal.flag(cell(position, flag.slot()), positive)));
        }
        Compare compare = (Compare) test;
        return List.of(List.of(Literal.of(
                cell(position, compare.slot()), compare.operator(), cell(compare.right(), positions), positive)));
    }

    private List<List<Literal>> many(
            List<Rule.Test> tests, int position, boolean positive, IntFunction<Integer> positions, boolean all) {
        List<List<Literal>> ways = all ? List.of(List.of()) : List.of();
        for (Rule.Test test : tests) {
            List<List<Literal>> more = ways(test, position, positive, positions);
            if (all) {
                ways = product(ways, more);
            } else {
                ways = new ArrayList<>(ways);
                ways.addAll(more);
            }
            if (ways.size() > MOST_WAYS) {
                // Nothing can be concluded from it.
                return List.of(List.of(new Literal.Free()));
            }
        }
        return ways;
    }

    static List<List<Literal>> product(List<List<Literal>> left, List<List<Literal>> right) {
        List<List<Literal>> both = new ArrayList<>();
        for (List<Literal> one : left) {
            for (List<Literal> other : right) {
                List<Literal> joined = new ArrayList<>(one);
                joined.addAll(other);
                both.add(joined);
            }
        }
        return both;
    }
}
