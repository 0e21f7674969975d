package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.yaml.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Reads the passages that happened before the question, several days in one line. For one thread at a time. */
final class PassedReader {

    private static final String PASSED = "{twin: Vehicle/v, through: Gate/g, days: 2025-10-01..2025-12-10}";
    private static final List<String> KEYS = List.of("twin", "through", "days", "at");
    private static final LocalTime USUALLY = LocalTime.NOON;
    private static final String SPAN = "..";

    private final City city;
    private final Complaints complaints;
    private final CivilTimes times;
    private final SortedMap<String, Twin> twins;
    private final List<Input> passed = new ArrayList<>();

    PassedReader(City city, Complaints complaints, SortedMap<String, Twin> twins) {
        this.city = city;
        this.complaints = complaints;
        this.times = new CivilTimes(complaints, city.calendar());
        this.twins = twins;
    }

    /** All passages, each reaching the city at once. */
    List<Input> read(List<Node> lines) {
        lines.forEach(line -> complaints.mapping(line, PASSED).ifPresent(this::line));
        return passed;
    }

    private void line(Node.Mapping line) {
        complaints.keys(line, KEYS);
        Optional<Twin> vehicle = line.scalar("twin").flatMap(this::given);
        Optional<Twin> gate = line.scalar("through").flatMap(this::given);
        List<LocalDate> days = line.get("days").stream().flatMap(this::days).toList();
        if (line.scalar("twin").isEmpty()
                || line.scalar("through").isEmpty()
                || line.get("days").isEmpty()) {
            complaints.form(line, "Passages need `twin`, `through` and `days`.", "Maybe `" + PASSED + "`.");
        } else if (vehicle.isPresent() && gate.isPresent()) {
            Optional<LocalTime> at = line.scalar("at").map(times::time).orElse(Optional.of(USUALLY));
            at.ifPresent(time -> days.forEach(day -> {
                Instant moment = city.calendar().at(day, time);
                String id = "passage-" + (passed.size() + 1);
                passed.add(new Input.Passed(
                        new Passage(id, vehicle.get().id(), gate.get().id(), moment), moment));
            }));
        }
    }

    private Optional<Twin> given(Node.Scalar called) {
        Optional<Twin> twin = Optional.ofNullable(twins.get(called.text()));
        if (twin.isEmpty()) {
            complaints.unknownTwin(called, "a given twin", twins.keySet());
        }
        return twin;
    }

    /** A day, a span of days, or a list of these. */
    private Stream<LocalDate> days(Node node) {
        return node instanceof Node.Items list
                ? list.items().stream().flatMap(this::days)
                : complaints.scalar(node, "`2025-10-01`, `2025-10-01..2025-12-10`, or a list").stream()
                        .flatMap(this::span);
    }

    private Stream<LocalDate> span(Node.Scalar text) {
        int dots = text.text().indexOf(SPAN);
        if (dots < 0) {
            return times.day(text).stream();
        }
        Optional<LocalDate> first = times.day(part(text, 0, dots));
        Optional<LocalDate> last =
                times.day(part(text, dots + SPAN.length(), text.text().length()));
        if (first.isEmpty() || last.isEmpty()) {
            return Stream.empty();
        } else if (last.get().isBefore(first.get())) {
            complaints.error(
                    RulesError.DATE,
                    text.place(),
                    Complaints.quoted(text.text()) + " ends before it begins.",
                    "Maybe the other way round.");
            return Stream.empty();
        }
        return first.get().datesUntil(last.get().plusDays(1));
    }

    private static Node.Scalar part(Node.Scalar text, int from, int to) {
        return new Node.Scalar(text.text().substring(from, to), text.plain(), text.place());
    }
}
