package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.LegalSource;
import io.citytwin.rules.regulation.Sureness;
import io.citytwin.rules.regulation.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Reads since when a value or a row holds, where it stands and how it was read. For one thread at a time. */
final class ValidityReader {

    private final FolderReading reading;
    private final SortedMap<String, LegalSource> sources;

    ValidityReader(FolderReading reading, SortedMap<String, LegalSource> sources) {
        this.reading = reading;
        this.sources = sources;
    }

    /** What the keys say of {@code subject}; empty if something in them was reported. */
    Optional<Periods.Read> read(Node.Mapping mapping, String subject) {
        Optional<LocalDate> from = Dates.read(reading, mapping, "from");
        Optional<LocalDate> lastDay = Dates.read(reading, mapping, "last_day");
        Optional<LocalDate> published = Dates.read(reading, mapping, "published");
        Optional<LocalDate> moves = Dates.read(reading, mapping, "moves");
        Optional<LegalSource> source = Sources.find(reading, sources, mapping);
        if (from.isPresent() && lastDay.isPresent()) {
            Periods.checkOrder(reading, from.get(), lastDay.get(), mapping);
        }
        Optional<Node.Scalar> word = mapping.scalar("confidence");
        Optional<Confidence> confidence = word.flatMap(one -> Confidence.of(one.text()));
        Optional<String> conflict = mapping.scalar("conflict").map(Node.Scalar::text);
        if (from.isPresent() && confidence.isPresent()) {
            boolean unknown =
                    mapping.scalar("value").filter(ValueReader::isNotRead).isPresent();
            Sureness sureness = Sureness.of(confidence.get(), unknown, conflict.isPresent());
            Sources.doubt(reading, word.orElseThrow(), sureness, subject + " from `" + from.get() + "`");
        }
        if (from.isEmpty() || source.isEmpty() || confidence.isEmpty()) {
            return Optional.empty();
        }
        Validity validity = new Validity(
                from.get(),
                lastDay,
                published,
                moves,
                source.get(),
                confidence.get(),
                rows(mapping),
                mapping.scalar("note").map(Node.Scalar::text),
                conflict);
        return Optional.of(new Periods.Read(
                validity,
                mapping.scalar("from").orElseThrow().place(),
                mapping.scalar("moves").map(Node.Scalar::place).orElse(mapping.place())));
    }

    private static List<String> rows(Node.Mapping mapping) {
        return mapping.scalar("row")
                .map(row -> List.of(row.text().split("\\s+")))
                .orElseGet(() -> mapping.items("row").stream()
                        .filter(Node.Scalar.class::isInstance)
                        .map(row -> ((Node.Scalar) row).text())
                        .toList());
    }
}
