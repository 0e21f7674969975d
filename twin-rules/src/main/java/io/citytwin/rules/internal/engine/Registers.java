package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.TwinId;

/** What the engine keeps of twins. */
interface Registers {

    /**
     * What a register holds at a moment.
     *
     * @param holderKnown whether somebody knows with whom the twin is counted
     * @return a position of a state, a length of a run, a {@link Register.OfCounter.Count} or a {@link Register.OfInput.Told}; equal
     *     for what rules cannot tell apart
     */
    Object content(Register register, TwinId subject, boolean holderKnown, Moment moment);
}
