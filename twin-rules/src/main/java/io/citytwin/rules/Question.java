package io.citytwin.rules;

import io.citytwin.core.model.TwinId;

/** Something that somebody wants to know. Asking has no side effect. Immutable. */
public sealed interface Question {

    /**
     * Whom it is about.
     *
     * @return a twin that the engine knows
     */
    TwinId subject();

    /**
     * May a twin do something?
     *
     * @param subject who asks
     * @param act the act's name, such as {@code circulate}
     * @return the question
     */
    static Question may(TwinId subject, String act) {
        return new Act(subject, act);
    }

    /**
     * Does a property keep its limits, and which are they?
     *
     * @param subject whose property
     * @param property the property's name, such as {@code indoorTemperature}
     * @return the question
     */
    static Question limits(TwinId subject, String property) {
        return new Limits(subject, property);
    }

    /**
     * May a twin do something?
     *
     * @param subject who asks
     * @param act the act's name
     */
    record Act(TwinId subject, String act) implements Question {}

    /**
     * Does a property keep its limits?
     *
     * @param subject whose property
     * @param property the property's name
     */
    record Limits(TwinId subject, String property) implements Question {}
}
