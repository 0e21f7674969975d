package io.citytwin.rules.internal.explain;

import io.citytwin.core.model.Value;
import io.citytwin.rules.Cell;
import io.citytwin.rules.verify.Flip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Flips of one cell with the same outcome, told in one line. Immutable.
 *
 * @param cell what would be different
 * @param now what it holds
 * @param values any of which it would hold
 * @param keeps the last value on the way that changes nothing, if that is not what it holds anyhow
 * @param then what would come out
 */
record Told(Cell cell, Optional<Value> now, List<Value> values, Optional<Value> keeps, String then) {

    /** In the order in which each was found first. */
    static List<Told> all(List<? extends Flip<?>> flips) {
        Map<List<Object>, Told> lines = new LinkedHashMap<>();
        for (Flip<?> flip : flips) {
            Optional<Value> keeps = flip.keeps().filter(last -> !flip.now().equals(Optional.of(last)));
            String then = flip.then().toString();
            lines.merge(
                    List.of(flip.cell(), then, keeps),
                    new Told(flip.cell(), flip.now(), List.of(flip.value()), keeps, then),
                    Told::and);
        }
        return List.copyOf(lines.values());
    }

    private Told and(Told other) {
        List<Value> both = new ArrayList<>(values);
        both.addAll(other.values);
        return new Told(cell, now, List.copyOf(both), keeps, then);
    }

    /** What it is, what it would be, and how near that is. */
    String line() {
        return subject() + " " + change();
    }

    /** The twin and what of it. */
    String subject() {
        return cell instanceof Cell.Ground ground
                ? cell.twin() + " on the ground of " + ground.zone()
                : cell.twin() + " " + named();
    }

    /** What the cell is called, with its day if it has one of its own. */
    String named() {
        if (cell instanceof Cell.Daily daily) {
            return daily.name() + " of " + daily.day();
        }
        return cell instanceof Cell.Level level ? level.name() + " on " + level.day() : cell.name();
    }

    /** What it would hold instead. */
    String change() {
        return values.stream().map(Value::toString).collect(Collectors.joining(" or ")) + " (now "
                + now.map(Value::toString).orElse("unknown")
                + keeps.map(last -> ", " + last + " changes nothing").orElse("") + ")";
    }
}
