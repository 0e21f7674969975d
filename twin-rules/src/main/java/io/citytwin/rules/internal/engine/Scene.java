package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
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

    /** The facts, those of the law first; unknown cells are null and listed in {@link #unknown}. */
    final List<Fact> facts;

    final List<Unknown> unknown;

    /** Role of a fact to the twin behind it, as the question sees it; a twin that nobody knows has none. */
    final Map<String, Twin> twins = new HashMap<>();

    /** Role of a fact to the table row behind it. */
    final Map<String, TableRow> rows;

    /** Name of a law fact's type to its parameters in force. */
    final Map<String, LawSheet> law;

    /** Names of the rules that may fire: their provision is in force and so is all law that they read. */
    final SortedSet<String> switchedOn;

    /** Why a rule may not fire. */
    final SortedMap<String, String> switchedOff;

    /** The same without twins, for all scenes under this law. */
    final Scene lawOnly;

    /** Whether law alone keeps every rule from firing, whatever the twins are: out of hours, most rules are silent. */
    boolean silent;

    /** An empty scene. */
    Scene() {
        facts = new ArrayList<>();
        unknown = new ArrayList<>();
        rows = new HashMap<>();
        law = new HashMap<>();
        switchedOn = new TreeSet<>();
        switchedOff = new TreeMap<>();
        lawOnly = this;
    }

    /** A scene on which the same law is in force; no law may be added to it. */
    Scene(Scene lawOnly) {
        facts = new ArrayList<>(lawOnly.facts);
        unknown = new ArrayList<>(lawOnly.unknown);
        rows = lawOnly.rows;
        law = lawOnly.law;
        switchedOn = lawOnly.switchedOn;
        switchedOff = lawOnly.switchedOff;
        this.lawOnly = lawOnly;
    }

    /** The parameters of one regulation as they are in force. */
    record LawSheet(String regulation, SortedMap<String, DatedValue> inForce) {}

    /** A row of a table that is in force. */
    record TableRow(String parameter, DatedValue table, LawValue.Row row) {

        /** The table with the row's own dates and source, if it has some. */
        DatedValue dated() {
            return row.validity()
                    .map(own -> new DatedValue(table.value(), own, row.place()))
                    .orElse(table);
        }
    }

    /** Something that is not known. */
    sealed interface Unknown {
        /** What users call it. */
        String name();
    }

    /**
     * A cell of a fact.
     *
     * @param least for a number of days or passages, the smallest it can be; -1 for any value
     * @param most for a number of days or passages, the largest it can be
     */
    record UnknownCell(int fact, int slot, String name, int least, int most) implements Unknown {}

    /** A table that was not read: it may have a row for this, or none. */
    record UnknownTable(int fact, String name) implements Unknown {}
}
