package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Value;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.Optional;
import java.util.OptionalInt;

/** Something that the engine keeps of a twin and that rules read as a property of it. Immutable. */
sealed interface Register {

    /** Names it among all that are kept. */
    String key();

    /** A level: the position of its state, -1 if this law does not know it. */
    record OfLevel(Regulation regulation, StateSpec.Level level) implements Register {

        int position(String state) {
            return level.states().names().indexOf(state);
        }

        static String key(String regulation, String level) {
            return "level " + regulation + "/" + level;
        }

        @Override
        public String key() {
            return key(regulation.id(), level.name());
        }
    }

    /** The length of a run of days. */
    record OfRun(Regulation regulation, StateSpec.Run run) implements Register {

        static String key(String regulation, String run) {
            return "run " + regulation + "/" + run;
        }

        @Override
        public String key() {
            return key(regulation.id(), run.name());
        }
    }

    /** What a passage would use up: a {@link Count}. */
    record OfCounter(Regulation regulation, StateSpec.Counter counter) implements Register {

        /** A count, and whether somebody knows with whom the twin is counted. */
        record Count(OptionalInt count, boolean holderKnown) {}

        static String key(String regulation, String counter) {
            return "counter " + regulation + "/" + counter;
        }

        @Override
        public String key() {
            return key(regulation.id(), counter.name());
        }
    }

    /** What was told for the day: a {@link Told}. */
    record OfInput(StateSpec.Input input) implements Register {

        /** What was told, if anything. */
        record Told(Optional<Value> value) {}

        static String key(String input) {
            return "input " + input;
        }

        @Override
        public String key() {
            return key(input.name());
        }
    }
}
