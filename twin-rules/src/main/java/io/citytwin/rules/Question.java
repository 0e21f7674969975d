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
     * May a vehicle go through a gate, and what does it cost? Who enters also circulates.
     *
     * @param vehicle who asks
     * @param gate where
     * @return the question
     */
    static Question passage(TwinId vehicle, TwinId gate) {
        return new Passage(vehicle, gate);
    }

    /**
     * May a vehicle drive to where another twin stands, such as a car park?
     *
     * @param vehicle who drives
     * @param destination a twin that says where it stands
     * @return the question
     */
    static Question drive(TwinId vehicle, TwinId destination) {
        return new Drive(vehicle, destination);
    }

    /**
     * Does a property keep its limits, which are they, and what does it come to where law computes it?
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

    /**
     * May a vehicle go through a gate, and what does it cost?
     *
     * @param subject the vehicle
     * @param gate where
     */
    record Passage(TwinId subject, TwinId gate) implements Question {}

    /**
     * May a vehicle drive to where another twin stands? It is asked as if the vehicle were there already, and, on the
     * ground of a zone, had come in; what depends on the gate by which it came stays unknown.
     *
     * @param subject the vehicle
     * @param destination where
     */
    record Drive(TwinId subject, TwinId destination) implements Question {}
}
