package io.citytwin.rules.internal.check;

import io.citytwin.rules.internal.grammar.FactType;

/** What a cell of a rule can hold under one state of the law. Immutable. */
sealed interface Cell {

    /** What law or a row of a table says. */
    record Known(Object value) implements Cell {}

    /**
     * What the city, the clock or the calendar says.
     *
     * @param scope the fact: a pattern's own one, the law, or a row
     * @param slot of the fact
     * @param kind of the slot
     */
    record Open(String scope, int slot, FactType.Kind kind) implements Cell {}

    /** Law that was not read, or text: nothing can be concluded. */
    record Anything() implements Cell {}
}
