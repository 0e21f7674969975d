package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.TwinId;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that one group of rules gets to see for one question, and where it came from. For one thread at a time. */
final class Scene {

    /** The facts; unknown cells are null and listed in {@link #unknown}. */
    final List<Fact> facts = new ArrayList<>();

    final List<Unknown> unknown = new ArrayList<>();

    /** Role of a fact to the twin behind it; a twin that nobody knows has none. */
    final Map<String, TwinId> twins = new HashMap<>();

    /** Role of a fact to the table row behind it. */
    final Map<String, TableRow> rows = new HashMap<>();

    /** Name of a law fact's type to its parameters in force. */
    final Map<String, LawSheet> law = new HashMap<>();

    /** Names of the rules that may fire: their provision is in force and so is all law that they read. */
    final SortedSet<String> switchedOn = new TreeSet<>();

    /** Why a rule may not fire. */
    final SortedMap<String, String> switchedOff = new TreeMap<>();

    /** The parameters of one regulation as they are in force. */
    record LawSheet(String regulation, SortedMap<String, DatedValue> inForce) {}

    /** A row of a table that is in force. */
    record TableRow(String parameter, DatedValue table, LawValue.Row row) {}

    /** Something that is not known. */
    sealed interface Unknown {
        /** What users call it. */
        String name();
    }

    /**
     * A cell of a fact.
     *
     * @param least for a number of days, the smallest it can be; -1 for any value
     * @param most for a number of days, the largest it can be
     */
    record UnknownCell(int fact, int slot, String name, int least, int most) implements Unknown {}

    /** A table that was not read: it may have a row for this, or none. */
    record UnknownTable(int fact, String name) implements Unknown {}
}
