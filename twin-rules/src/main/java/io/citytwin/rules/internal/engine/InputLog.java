package io.citytwin.rules.internal.engine;

import io.citytwin.core.signal.Input;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The inputs that an engine took. All of them are held, unless somebody else keeps them: then only those are that a
 * follower has not seen. For one thread at a time.
 */
final class InputLog {

    private final List<Input> recent = new ArrayList<>();
    private Optional<Keeper> keeper = Optional.empty();
    /** How many came before the recent ones. */
    private int before;

    /** From now on somebody else keeps what came, and what will come; so many were there. */
    void keptBy(Keeper keeping, long inputs) {
        keeper = Optional.of(keeping);
        before = Math.toIntExact(inputs);
        recent.clear();
    }

    void add(Input input) {
        recent.add(input);
    }

    int size() {
        return before + recent.size();
    }

    int held() {
        return recent.size();
    }

    /** Whether all that came after a number of inputs is held here. */
    boolean holds(int number) {
        return number >= before;
    }

    /** What came after a number of inputs, which must not be let go of yet. */
    List<Input> since(int number) {
        return recent.subList(number - before, recent.size());
    }

    /** Reads all that are there, in their order, and first what stands for those that are not. */
    void all(Consumer<Keeper.Stand> base, Consumer<Input> reader) {
        keeper.ifPresentOrElse(keeping -> keeping.inputs(base, reader), () -> recent.forEach(reader));
    }

    /** Up to when inputs are there no more. */
    Optional<Instant> erasedUntil() {
        return keeper.flatMap(Keeper::erasedUntil);
    }

    /** Whether somebody else keeps the inputs; some of those were refused by the engine. */
    boolean isKept() {
        return keeper.isPresent();
    }

    /** Lets go of what everybody has seen, if somebody keeps it. */
    void seen(int number) {
        if (keeper.isPresent() && number > before) {
            recent.subList(0, number - before).clear();
            before = number;
        }
    }
}
