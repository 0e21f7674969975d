package io.citytwin.rules.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.internal.grammar.FactType.FlagKind;
import io.citytwin.rules.internal.grammar.FactType.Kind;
import io.citytwin.rules.internal.grammar.FactType.NameKind;
import io.citytwin.rules.internal.grammar.FactType.NumberKind;
import io.citytwin.rules.internal.grammar.Rule.Operator;
import io.citytwin.rules.internal.grammar.Tests;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the solver says of comparisons, held against trying all values. */
class DomainsTest {

    private static final int ROUNDS = 20_000;
    private static final Kind NAMES =
            new NameKind(new ValueType.Names("Level", List.of("none", "first", "second"), true));
    private static final Kind NUMBER = new NumberKind(Unit.METRE);
    private static final List<Operator> ORDERS = List.of(
            Operator.EQUAL, Operator.NOT_EQUAL, Operator.LESS, Operator.AT_MOST, Operator.MORE, Operator.AT_LEAST);
    /** Around and between the numbers that are compared with. */
    private static final List<Object> NUMBERS = List.of(
            new BigDecimal("-2"),
            new BigDecimal("-1"),
            new BigDecimal("0"),
            new BigDecimal("0.3"),
            new BigDecimal("0.6"),
            new BigDecimal("1"),
            new BigDecimal("1.3"),
            new BigDecimal("1.6"),
            new BigDecimal("2"),
            new BigDecimal("3"),
            new BigDecimal("4"));

    private final List<Cell.Open> cells = List.of(
            new Cell.Open("a", 0, NAMES),
            new Cell.Open("b", 0, NAMES),
            new Cell.Open("a", 1, new FlagKind()),
            new Cell.Open("b", 1, new FlagKind()),
            new Cell.Open("a", 2, NUMBER),
            new Cell.Open("b", 2, NUMBER));

    private record Comparison(Cell left, Operator operator, Cell right, boolean positive) {}

    @Test
    void aContradictionIsOneAndAnExampleExists() {
        Random random = new Random(20260313);
        int contradictions = 0;
        int examples = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Comparison> comparisons = IntStream.range(0, 2 + random.nextInt(5))
                    .mapToObj(index -> comparison(random))
                    .toList();
            List<Literal> literals = comparisons.stream()
                    .map(one -> Literal.of(one.left(), one.operator(), one.right(), one.positive()))
                    .toList();
            boolean possible = isPossible(comparisons, new HashMap<>(), 0);

            boolean contradicted = Domains.contradict(literals);
            boolean example = Example.exists(literals);

            assertThat(contradicted && possible).as(comparisons.toString()).isFalse();
            assertThat(example && !possible).as(comparisons.toString()).isFalse();
            contradictions += contradicted ? 1 : 0;
            examples += example ? 1 : 0;
        }
        // Both sides were met often, or nothing was tested.
        assertThat(contradictions).isGreaterThan(ROUNDS / 10);
        assertThat(examples).isGreaterThan(ROUNDS / 10);
    }

    private Comparison comparison(Random random) {
        Cell.Open left = cells.get(random.nextInt(cells.size()));
        boolean flag = left.kind() instanceof FlagKind;
        Operator operator = ORDERS.get(random.nextInt(flag ? 2 : ORDERS.size()));
        if (random.nextInt(3) == 0) {
            List<Cell.Open> same = cells.stream()
                    .filter(cell -> cell.kind().equals(left.kind()))
                    .toList();
            return new Comparison(left, operator, same.get(random.nextInt(same.size())), random.nextBoolean());
        }
        if (left.kind() instanceof NameKind && random.nextInt(4) == 0) {
            BitSet several = new BitSet();
            several.set(random.nextInt(3));
            several.set(random.nextInt(3));
            return new Comparison(left, Operator.IN, new Cell.Known(several), random.nextBoolean());
        }
        return new Comparison(left, operator, known(left.kind(), random), random.nextBoolean());
    }

    private static Cell known(Kind kind, Random random) {
        if (kind instanceof FlagKind) {
            return new Cell.Known(random.nextBoolean());
        }
        return new Cell.Known(
                kind instanceof NameKind ? (Object) random.nextInt(3) : BigDecimal.valueOf(random.nextInt(3)));
    }

    private boolean isPossible(List<Comparison> comparisons, Map<Cell, Object> values, int position) {
        if (position == cells.size()) {
            return comparisons.stream().allMatch(one -> holds(one, values));
        }
        for (Object value : values(cells.get(position).kind())) {
            values.put(cells.get(position), value);
            List<Comparison> decided = new ArrayList<>(comparisons);
            decided.removeIf(one -> !isDecided(one, position));
            if (decided.stream().allMatch(one -> holds(one, values)) && isPossible(comparisons, values, position + 1)) {
                return true;
            }
        }
        values.remove(cells.get(position));
        return false;
    }

    private boolean isDecided(Comparison one, int position) {
        return List.of(one.left(), one.right()).stream()
                .allMatch(cell -> cell instanceof Cell.Known || cells.indexOf(cell) <= position);
    }

    private static List<Object> values(Kind kind) {
        if (kind instanceof FlagKind) {
            return List.of(false, true);
        }
        return kind instanceof NameKind ? List.of(0, 1, 2) : NUMBERS;
    }

    private static boolean holds(Comparison one, Map<Cell, Object> values) {
        return Tests.compared(value(one.left(), values), one.operator(), value(one.right(), values)) == one.positive();
    }

    private static Object value(Cell cell, Map<Cell, Object> values) {
        return cell instanceof Cell.Known known ? known.value() : values.get(cell);
    }
}
