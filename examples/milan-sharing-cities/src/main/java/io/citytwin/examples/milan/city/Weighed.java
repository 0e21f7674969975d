package io.citytwin.examples.milan.city;

/** Something that is drawn as often as it weighs. Immutable. */
interface Weighed {

    /** How heavy it is, against the others. */
    int weight();
}
