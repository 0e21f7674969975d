package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.model.Values;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.Take;
import io.citytwin.rules.internal.yaml.Node;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a case tells of one twin day by day. For one thread at a time. */
final class DailyReader {

    private static final String SOURCE = "case";
    private static final LocalTime MEASURED_VALUES = LocalTime.of(10, 0);
    private static final LocalTime FORECASTS = LocalTime.of(9, 0);
    private static final LocalTime ANNOUNCEMENTS = LocalTime.of(13, 0);

    private final City city;
    private final Complaints complaints;
    private final CivilTimes times;
    private final Subject subject;
    private final List<Twin> stations = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();

    DailyReader(City city, Complaints complaints, Subject subject) {
        this.city = city;
        this.complaints = complaints;
        this.times = new CivilTimes(complaints, city.calendar());
        this.subject = subject;
    }

    List<Twin> stations() {
        return stations;
    }

    List<Input> inputs() {
        return inputs;
    }

    /** Reads one key with its days, whatever it is. */
    void read(Node.Entry entry) {
        String name = entry.key().text();
        Optional<ValueType> property =
                Optional.ofNullable(subject.type().properties().get(name));
        Optional<StateSpec.Indicator> indicator =
                ofType(spec -> spec.indicators().get(name), StateSpec.Indicator::of);
        Optional<StateSpec.Input> input = ofType(spec -> spec.inputs().get(name), StateSpec.Input::of);
        if (property.isPresent()) {
            days(entry).forEach(told -> observe(subject.id(), name, property.get(), told));
        } else if (indicator.isPresent()) {
            indicator(indicator.get(), days(entry));
        } else if (input.isPresent()) {
            days(entry).forEach(told -> input(input.get(), told));
        } else if (levelOwner(name).isPresent()) {
            Regulation owner = levelOwner(name).get();
            days(entry).forEach(told -> announce(owner, name, told));
        } else {
            complaints.unknown(
                    entry.key(),
                    "a property of `" + subject.type().name() + "`, nor is it declared in state.yaml",
                    known());
        }
    }

    private List<Told> days(Node.Entry entry) {
        return complaints
                .mapping(entry.value(), entry.key().text() + ": {2026-01-15: value}")
                .map(days -> Told.read(days, times, complaints))
                .orElse(List.of());
    }

    private Stream<StateSpec> specs() {
        return city.regulations().stream().map(Regulation::state);
    }

    private <T> Optional<T> ofType(Function<StateSpec, @Nullable T> find, Function<T, String> of) {
        return specs().flatMap(spec -> Stream.ofNullable(find.apply(spec)))
                .filter(found -> of.apply(found).equals(subject.type().name()))
                .findFirst();
    }

    private Optional<Regulation> levelOwner(String name) {
        return city.regulations().stream()
                .filter(one -> Optional.ofNullable(one.state().levels().get(name))
                        .filter(level -> level.of().equals(subject.type().name()))
                        .isPresent())
                .findFirst();
    }

    private SortedSet<String> known() {
        SortedSet<String> names = new TreeSet<>(subject.type().properties().keySet());
        specs().forEach(spec -> {
            names.addAll(spec.indicators().keySet());
            names.addAll(spec.inputs().keySet());
            names.addAll(spec.levels().keySet());
        });
        return names;
    }

    private Instant at(LocalDate day, LocalTime time) {
        return city.calendar().at(day, time);
    }

    /** As many stations as the indicator needs, so that the day's value is the one that the case writes. */
    private void indicator(StateSpec.Indicator indicator, List<Told> days) {
        ValueType held = Optional.ofNullable(
                        city.assets().get(indicator.from()).properties().get(indicator.property()))
                .orElseThrow();
        for (int number = 1; number <= indicator.how().capture(); number++) {
            Twin station = station(city, subject.id(), indicator, number);
            stations.add(station);
            boolean nothing = number > 1 && indicator.how().take() == Take.SUM;
            days.forEach(told -> observe(station.id(), indicator.property(), held, nothing ? zero(told) : told));
        }
    }

    private static Told zero(Told told) {
        return told.missing()
                ? told
                : new Told(told.day(), new Node.Scalar("0", true, told.value().place()), told.received());
    }

    /** One of the stations whose readings make the indicator of a twin. */
    static Twin station(City city, TwinId subject, StateSpec.Indicator indicator, int number) {
        String name = subject.name() + "-" + indicator.name() + (number == 1 ? "" : "-" + number);
        Twin station =
                Twin.of(new TwinId(Subject.NAMESPACE, name), city.assets().get(indicator.from()));
        String relation = station.type().properties().entrySet().stream()
                .filter(property -> property.getValue().equals(new ValueType.Relation(indicator.of())))
                .findFirst()
                .orElseThrow()
                .getKey();
        Twin related = station.with(relation, subject);
        return indicator
                .where()
                .map(where -> related.with(where.property(), where.name()))
                .orElse(related);
    }

    private void observe(TwinId twin, String property, ValueType type, Told told) {
        Instant received = told.received().orElse(at(told.day().plusDays(1), MEASURED_VALUES));
        add(new Seen(twin, property, received), type, told);
    }

    private void input(StateSpec.Input input, Told told) {
        Instant received = told.received().orElse(at(told.day(), FORECASTS));
        add(new Seen(subject.id(), input.name(), received), input.values(), told);
    }

    /** Of what a value was told, and when. */
    private record Seen(TwinId twin, String property, Instant received) {}

    private void add(Seen seen, ValueType type, Told told) {
        Optional<Value> value = told.missing()
                ? Optional.empty()
                : complaints.reading(
                        told.value().place(),
                        () -> Values.read(type, told.value().text()));
        if (value.isEmpty() && !told.missing()) {
            return;
        }
        Instant measured = city.calendar().startOf(told.day());
        inputs.add(new Input.Observed(
                new Observation(seen.twin(), seen.property(), value, measured, seen.received(), SOURCE, Quality.GOOD)));
    }

    private void announce(Regulation owner, String level, Told told) {
        List<String> states = Optional.ofNullable(owner.state().levels().get(level))
                .orElseThrow()
                .states()
                .names();
        if (!states.contains(told.value().text())) {
            complaints.unknown(told.value(), "a state of `" + level + "`", states);
            return;
        }
        // After the day's own decision, so that the announcement is the last word on the next day.
        Instant received = told.received().orElse(at(told.day().minusDays(1), ANNOUNCEMENTS));
        inputs.add(new Input.Announced(
                owner.id(), level, subject.id(), told.value().text(), told.day(), received, SOURCE));
    }
}
