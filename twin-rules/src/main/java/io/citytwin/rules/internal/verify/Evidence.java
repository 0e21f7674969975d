package io.citytwin.rules.internal.verify;

import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.register.LevelDecision;
import java.util.List;

/** What decided an expectation. Immutable. */
sealed interface Evidence {

    /** The answer to a question. */
    record Answered(Decision decision) implements Evidence {}

    /** Decisions about a level. */
    record Moved(List<LevelDecision> decisions) implements Evidence {}

    /** What rules claim of an actuator: its values, or its floors. */
    record Claims(String property, boolean floors, List<Finding> findings) implements Evidence {}

    /** Decisions that were held, and say what they lacked. */
    record Lacking(List<LevelDecision> decisions) implements Evidence {}
}
