package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.model.Values;
import io.citytwin.rules.Question;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.yaml.Node;
import io.citytwin.rules.register.StateSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what a case expects. For one thread at a time. */
final class ExpectReader {

    private static final String UNKNOWN = "unknown";
    static final String RESTS = "rests";
    static final String NO_FLOOR = "no floor";
    static final String AT_LEAST = "at least ";
    private static final LocalTime LATE = LocalTime.of(23, 0);

    private final City city;
    private final Complaints complaints;
    private final CivilTimes times;
    private final SortedMap<String, Twin> twins;
    private final Optional<Question> question;
    private final List<Expectation> found = new ArrayList<>();

    ExpectReader(City city, Complaints complaints, SortedMap<String, Twin> twins, Optional<Question> question) {
        this.city = city;
        this.complaints = complaints;
        this.times = new CivilTimes(complaints, city.calendar());
        this.twins = twins;
        this.question = question;
    }

    List<Expectation> read(Node.Mapping expect) {
        for (Node.Entry entry : expect.entries()) {
            if (entry.key().text().contains("/")) {
                ofTwin(entry);
            } else {
                answer(entry);
            }
        }
        if (expect.entries().isEmpty()) {
            complaints.form(expect, "Nothing is expected.", "Maybe `2026-01-18 10:00: allowed`.");
        }
        return found;
    }

    private void answer(Node.Entry entry) {
        Optional<Instant> at = times.instant(entry.key());
        if (question.isEmpty()) {
            complaints.error(
                    RulesError.CASE,
                    entry.key().place(),
                    "An answer is expected, but nothing is asked.",
                    "Maybe add `ask: {twin: Vehicle/v, may: circulate}`.");
            return;
        }
        Optional<Expectation.Verdict> verdict = new VerdictReader(city, complaints, question.get()).read(entry.value());
        if (at.isPresent() && verdict.isPresent()) {
            found.add(new Expectation.Answer(
                    at.get(), entry.key().text(), verdict.get(), entry.key().place()));
        }
    }

    private void ofTwin(Node.Entry entry) {
        Twin twin = twins.get(entry.key().text());
        if (twin == null) {
            complaints.unknownTwin(entry.key(), "a given twin", twins.keySet());
            return;
        }
        SortedMap<String, StateSpec.Level> levels = levelsOf(twin);
        SortedSet<String> keys = new TreeSet<>(levels.keySet());
        keys.addAll(twin.type().actuators().keySet());
        keys.add(UNKNOWN);
        complaints
                .mapping(entry.value(), entry.key().text() + ": {Level: {2026-01-16: first}}")
                .ifPresent(values -> {
                    complaints.keys(values, keys);
                    for (Node.Entry value : values.entries()) {
                        String name = value.key().text();
                        if (name.equals(UNKNOWN)) {
                            days(value, (day, node) -> held(twin, day, node));
                        } else if (levels.containsKey(name)) {
                            List<String> states = Optional.ofNullable(levels.get(name))
                                    .orElseThrow()
                                    .states()
                                    .names();
                            days(value, (day, node) -> inForce(twin, name, day, states, node));
                        } else if (twin.type().actuators().containsKey(name)) {
                            claims(twin, value);
                        }
                    }
                });
    }

    private SortedMap<String, StateSpec.Level> levelsOf(Twin twin) {
        SortedMap<String, StateSpec.Level> levels =
                new TreeMap<>(city.main().state().levels());
        levels.values().removeIf(level -> !level.of().equals(twin.type().name()));
        return levels;
    }

    private void days(Node.Entry entry, java.util.function.BiConsumer<Day, Node> each) {
        complaints
                .mapping(entry.value(), entry.key().text() + ": {2026-01-16: ...}")
                .ifPresent(days -> days.entries()
                        .forEach(day -> times.day(day.key())
                                .ifPresent(date -> each.accept(new Day(date, day.key()), day.value()))));
    }

    private record Day(LocalDate date, Node.Scalar key) {}

    private void inForce(Twin twin, String level, Day day, List<String> states, Node node) {
        complaints.scalar(node, "one of " + String.join(", ", states)).ifPresent(state -> {
            if (!states.contains(state.text())) {
                complaints.unknown(state, "a state of `" + level + "`", states);
                return;
            }
            Instant until = city.calendar().at(day.date().minusDays(1), LATE);
            found.add(new Expectation.InForce(
                    twin.id(), level, day.date(), state.text(), until, day.key().place()));
        });
    }

    private void claims(Twin twin, Node.Entry entry) {
        String property = entry.key().text();
        complaints
                .mapping(entry.value(), property + ": {2026-01-16 10:00: value, 2026-01-16 12:00: " + RESTS + "}")
                .ifPresent(moments -> moments.entries()
                        .forEach(moment ->
                                times.instant(moment.key()).ifPresent(at -> claim(twin, property, moment, at))));
    }

    private void claim(Twin twin, String property, Node.Entry moment, Instant at) {
        ValueType type =
                Optional.ofNullable(twin.type().properties().get(property)).orElseThrow();
        complaints
                .scalar(moment.value(), "a value of `" + property + "`, or `" + RESTS + "`")
                .flatMap(text -> wanted(type, text))
                .ifPresent(wanted -> found.add(new Expectation.Claimed(
                        twin.id(),
                        property,
                        wanted,
                        at,
                        moment.key().text(),
                        moment.key().place())));
    }

    private Optional<Expectation.Wanted> wanted(ValueType type, Node.Scalar node) {
        String text = node.text();
        if (text.equals(RESTS) || text.equals(NO_FLOOR)) {
            return Optional.of(new Expectation.Wanted(text.equals(NO_FLOOR), Optional.empty()));
        }
        boolean floor = text.startsWith(AT_LEAST);
        String value = floor ? text.substring(AT_LEAST.length()).strip() : text;
        return complaints
                .reading(node.place(), () -> Values.read(type, value))
                .map(read -> new Expectation.Wanted(floor, Optional.of(read)));
    }

    private void held(Twin twin, Day day, Node node) {
        Instant until = city.calendar().at(day.date(), LATE);
        names(node, complaints)
                .ifPresent(cells -> found.add(new Expectation.Held(
                        twin.id(), day.date(), cells, until, day.key().place())));
    }

    /** One name or a list of names. */
    static Optional<SortedSet<String>> names(Node node, Complaints complaints) {
        Collection<Node> items = node instanceof Node.Items list ? list.items() : List.of(node);
        SortedSet<String> names = new TreeSet<>();
        for (Node item : items) {
            Optional<Node.Scalar> name = complaints.scalar(item, "a name, or a list such as `[euro, fuel]`");
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name.get().text());
        }
        return Optional.of(Expectation.sorted(names));
    }
}
