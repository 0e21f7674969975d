package io.citytwin.rules.internal.engine;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Validity;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** When what of a law was published. */
final class Publications {

    private Publications() {}

    /**
     * Whether all that was decided by the time of a state saw the law as it stood published on a day, so that to decide it
     * again by that day's law would change nothing.
     */
    static boolean sawTheSame(Laws laws, EngineState state, LocalDate published, CivilCalendar calendar) {
        LocalDate first = Stream.concat(
                        state.times().begun().stream(),
                        state.settled().stream()
                                .map(one -> one.settlement().passage().at()))
                .map(calendar::dateOf)
                .reduce(published, (one, other) -> other.isBefore(one) ? other : one);
        LocalDate now = calendar.dateOf(state.times().now());
        LocalDate last = published.isAfter(now) ? published : now;
        return Stream.concat(
                        Stream.of(state.firstLaw()), state.adoptions().stream().map(EngineState.Adopted::hash))
                .distinct()
                .flatMap(hash -> laws.regulations(hash).stream())
                .flatMap(Publications::of)
                .map(Validity::publishedBy)
                .noneMatch(day -> day.isAfter(first) && !day.isAfter(last));
    }

    private static Stream<Validity> of(Regulation regulation) {
        return regulation.parameters().byName().values().stream()
                .flatMap(parameter -> parameter.values().stream())
                .flatMap(Publications::of);
    }

    private static Stream<Validity> of(DatedValue dated) {
        Stream<Validity> rows = dated.value() instanceof LawValue.OfTable table
                ? table.rows().stream().map(LawValue.Row::validity).flatMap(Optional::stream)
                : Stream.empty();
        return Stream.concat(Stream.of(dated.validity()), rows);
    }
}
