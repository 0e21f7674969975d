package io.citytwin.rules.internal.engine;

import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.StateSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which registers go on when another law takes over. A level goes on if it is still declared for the same kind of twin
 * and every state that it has or was given for later days still exists, whatever its place in the list. A counter goes on
 * if it still counts the same. What does not go on ends; if the other law declares it all the same, it starts again. For
 * one thread at a time.
 */
final class Succession {

    private final Law before;
    private final Law after;

    Succession(Law before, Law after) {
        this.before = before;
        this.after = after;
    }

    /** The ends of all levels that do not go on. */
    List<LevelDecision> ends(LevelBook book, Instant at, LocalDate day) {
        return book.keys()
                .flatMap(key -> before.level(key.regulation(), key.level()).stream()
                        .flatMap(spec -> end(key, spec, book, at, day).stream()))
                .toList();
    }

    private Optional<LevelDecision> end(
            LevelBook.Key key, StateSpec.Level spec, LevelBook book, Instant at, LocalDate day) {
        Optional<LevelDecision> last = book.changeOn(key, day, Instant.MAX);
        List<String> states = Stream.concat(last.stream(), book.changesAfter(key, day))
                .map(LevelDecision::after)
                .toList();
        Optional<StateSpec.Level> next = after.level(key.regulation(), key.level());
        boolean goesOn = next.filter(level ->
                        level.of().equals(spec.of()) && level.states().names().containsAll(states))
                .isPresent();
        return states.isEmpty() || goesOn
                ? Optional.empty()
                : Optional.of(new LevelDecision(
                        key.regulation(),
                        key.level(),
                        key.subject(),
                        at,
                        day,
                        last.map(LevelDecision::after).orElse(spec.start()),
                        next.map(StateSpec.Level::start).orElse(spec.start()),
                        LevelDecision.Reason.ENDED,
                        Optional.empty(),
                        LevelDecision.Known.nothing(),
                        new TreeSet<>(),
                        List.of()));
    }

    /** Whether a counter counts the same as before. */
    boolean goesOn(String regulation, String counter) {
        Optional<StateSpec.Counter> was = before.counter(regulation, counter);
        return after.counter(regulation, counter)
                .filter(now -> was.isPresent() && countsSame(now, was.get()))
                .isPresent();
    }

    private static boolean countsSame(StateSpec.Counter one, StateSpec.Counter other) {
        return one.of().equals(other.of())
                && one.per().equals(other.per())
                && one.counts() == other.counts()
                && one.period().equals(other.period());
    }
}
