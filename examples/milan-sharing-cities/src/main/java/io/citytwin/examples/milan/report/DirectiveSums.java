package io.citytwin.examples.milan.report;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Directives added up: over the days for each kind of asset and provision, and over provisions for each day. Immutable. */
record DirectiveSums(List<Row> rows, SortedMap<String, SortedMap<LocalDate, Long>> byDay) {

    /** What one provision asked of one kind of asset. */
    record Row(String type, String property, String provision, long issued, long acknowledged, long raised) {
        private Row plus(Row other) {
            return new Row(
                    type,
                    property,
                    provision,
                    issued + other.issued,
                    acknowledged + other.acknowledged,
                    raised + other.raised);
        }
    }

    static DirectiveSums of(List<DirectiveTally> tallies) {
        SortedMap<String, Row> rows = new TreeMap<>();
        SortedMap<String, SortedMap<LocalDate, Long>> byDay = new TreeMap<>();
        for (DirectiveTally tally : tallies) {
            Row row = new Row(
                    tally.type(),
                    tally.property(),
                    tally.provision(),
                    tally.issued(),
                    tally.acknowledged(),
                    tally.raised());
            rows.merge(tally.type() + '\n' + tally.property() + '\n' + tally.provision(), row, Row::plus);
            byDay.computeIfAbsent(tally.type(), key -> new TreeMap<>()).merge(tally.day(), tally.issued(), Long::sum);
        }
        return new DirectiveSums(List.copyOf(rows.values()), byDay);
    }

    /** How many directives a kind of asset got on a day. */
    long on(String type, LocalDate day) {
        SortedMap<LocalDate, Long> days = byDay.get(type);
        return days == null ? 0 : days.getOrDefault(day, 0L);
    }
}
