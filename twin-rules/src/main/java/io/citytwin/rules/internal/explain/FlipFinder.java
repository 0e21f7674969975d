package io.citytwin.rules.internal.explain;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.rules.Cell;
import io.citytwin.rules.Decision;
import io.citytwin.rules.internal.engine.ReadCell;
import io.citytwin.rules.internal.engine.WhatIf;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.verify.Answer;
import io.citytwin.rules.verify.Flip;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds for each cell that was read the nearest values that change the answer. For one thread at a time. */
final class FlipFinder {

    private final WhatIf whatIf;
    private final Answer answer;
    private final List<Flip<Answer>> flips = new ArrayList<>();

    FlipFinder(WhatIf whatIf, Answer answer) {
        this.whatIf = whatIf;
        this.answer = answer;
    }

    /** In the order in which rules look at the cells. */
    List<Flip<Answer>> find(Decision decision) {
        whatIf.cells(decision).forEach(this::find);
        return flips;
    }

    private void find(ReadCell cell) {
        if (cell.now().isEmpty()) {
            findFromNothing(cell);
        } else if (cell.kind() instanceof FactType.NumberKind number) {
            findNumbers(cell, number, ((Quantity) cell.now().get()).amount());
        } else if (cell.kind() instanceof FactType.NameKind names && names.of().ordered()) {
            List<Value> all = terms(names);
            int now = all.indexOf(cell.now().get());
            walk(cell, all.subList(now + 1, all.size()), cell.now());
            List<Value> lower = new ArrayList<>(all.subList(0, now));
            Collections.reverse(lower);
            walk(cell, lower, cell.now());
        } else {
            all(cell).filter(value -> !value.equals(cell.now().get())).forEach(value -> tried(cell, value, cell.now()));
        }
    }

    /** Of a cell that nobody knows, one value for each answer that it could give. */
    private void findFromNothing(ReadCell cell) {
        Set<Answer> seen = new HashSet<>(Set.of(answer));
        all(cell).forEach(value -> {
            Answer then = Answer.of(whatIf.with(cell.cell(), value));
            if (seen.add(then)) {
                flips.add(new Flip<>(cell.cell(), cell.now(), value, Optional.empty(), then));
            }
        });
    }

    private void findNumbers(ReadCell cell, FactType.NumberKind number, BigDecimal now) {
        NavigableSet<BigDecimal> cuts = new TreeSet<>(cell.cuts());
        Neighbours steps = steps(cell, number);
        Stream.of(true, false).forEach(up -> {
            List<BigDecimal> tried = up ? steps.up(now, cuts) : steps.down(now, cuts);
            for (BigDecimal next : tried) {
                BigDecimal before =
                        up ? steps.below(next).max(now) : steps.above(next).min(now);
                if (tried(cell, new Quantity(next, number.unit()), Optional.of(new Quantity(before, number.unit())))) {
                    break;
                }
            }
        });
    }

    private static Neighbours steps(ReadCell cell, FactType.NumberKind number) {
        List<BigDecimal> numbers = new ArrayList<>(cell.cuts());
        cell.now().ifPresent(now -> numbers.add(((Quantity) now).amount()));
        return Neighbours.of(number.unit(), numbers);
    }

    /** From one value to the next, until the answer changes. */
    private void walk(ReadCell cell, List<Value> way, Optional<Value> from) {
        Optional<Value> before = from;
        for (Value next : way) {
            if (tried(cell, next, before)) {
                return;
            }
            before = Optional.of(next);
        }
    }

    private boolean tried(ReadCell cell, Value value, Optional<Value> keeps) {
        if (cell.cell() instanceof Cell.Count && !canCount(((Quantity) value).amount(), cell.most())) {
            return false;
        }
        Answer then = Answer.of(whatIf.with(cell.cell(), value));
        if (then.equals(answer)) {
            return false;
        }
        flips.add(new Flip<>(cell.cell(), cell.now(), value, keeps, then));
        return true;
    }

    /** The passage asked about counts. */
    private static boolean canCount(BigDecimal number, Optional<BigDecimal> most) {
        return number.signum() > 0
                && most.map(days -> number.compareTo(days) <= 0).orElse(true);
    }

    private Stream<Value> all(ReadCell cell) {
        FactType.Kind kind = cell.kind();
        if (kind instanceof FactType.NumberKind number) {
            return steps(cell, number).all(new TreeSet<>(cell.cuts())).stream()
                    .map(amount -> new Quantity(amount, number.unit()));
        } else if (kind instanceof FactType.NameKind names) {
            return terms(names).stream();
        } else if (kind instanceof FactType.KeyKind key) {
            return whatIf.twins(key.assetType()).stream().map((TwinId twin) -> new Value.Ref(twin));
        }
        return Stream.of(new Value.Flag(false), new Value.Flag(true));
    }

    private static List<Value> terms(FactType.NameKind names) {
        return names.of().names().stream().<Value>map(Value.Term::new).toList();
    }
}
