package io.citytwin.examples.milan;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.milan.report.DirectiveTally;
import io.citytwin.examples.milan.report.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what became of directives that were sent: a vehicle that has no device in the city gets none. Immutable. */
final class DirectiveTallies {

    private DirectiveTallies() {}

    /** What directives have in common. */
    private record Key(LocalDate day, String type, String property, String provision, String value, String kind) {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::day)
                .thenComparing(Key::type)
                .thenComparing(Key::property)
                .thenComparing(Key::provision)
                .thenComparing(Key::value)
                .thenComparing(Key::kind);
    }

    private record Counts(long issued, long acknowledged, long raised) {
        private static Counts of(DirectiveRecord record) {
            return new Counts(
                    1,
                    record.state() == DirectiveRecord.State.ACKNOWLEDGED ? 1 : 0,
                    record.state() == DirectiveRecord.State.RAISED ? 1 : 0);
        }

        private Counts and(Counts other) {
            return new Counts(issued + other.issued, acknowledged + other.acknowledged, raised + other.raised);
        }
    }

    static List<DirectiveTally> of(List<DirectiveRecord> records, TwinGraph graph, Period period) {
        Map<Key, Counts> counts = new TreeMap<>(Key.ORDER);
        for (DirectiveRecord record : records) {
            LocalDate day = CivilCalendar.italy().dateOf(record.directive().issuedAt());
            if (period.contains(day) && record.state() != DirectiveRecord.State.UNSERVED) {
                counts.merge(key(record.directive(), day, graph), Counts.of(record), Counts::and);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> tally(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Key key(Directive directive, LocalDate day, TwinGraph graph) {
        String type =
                graph.find(directive.twin()).map(twin -> twin.type().name()).orElse("");
        return new Key(
                day,
                type,
                directive.property(),
                directive.cause().provision(),
                directive.value().toString(),
                directive.kind().name());
    }

    private static DirectiveTally tally(Key key, Counts counts) {
        return new DirectiveTally(
                key.day(),
                key.type(),
                key.property(),
                key.value(),
                key.provision(),
                key.kind(),
                counts.issued(),
                counts.acknowledged(),
                counts.raised());
    }
}
