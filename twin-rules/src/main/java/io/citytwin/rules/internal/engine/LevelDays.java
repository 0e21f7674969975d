package io.citytwin.rules.internal.engine;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What becomes of a level on each day as far as first and last days and its season tell, in two versions of a law. Immutable.
 *
 * @param before the law without change
 * @param after the same regulations
 * @param calendar of the jurisdiction
 */
record LevelDays(Law before, Law after, CivilCalendar calendar) {

    /** So that a season that holds a last day of February meets one. */
    private static final int YEARS_AFTER = 5;

    /** What the day's decision can do. */
    private enum Course {
        STAYS,
        ENDS,
        ASKS
    }

    /**
     * Whether the course is the same on all days. Who asks rules that law keeps silent leaves the level as it is.
     *
     * @param level of the first version
     */
    boolean same(Law.LevelGroup level) {
        Optional<Law.LevelGroup> changed = after.levels().stream()
                .filter(other -> other.group().id().equals(level.group().id()))
                .findFirst();
        return changed.isPresent()
                && (dated(level).equals(dated(changed.get()))
                        || days(level, changed.get()).allMatch(day -> same(level, changed.get(), day)));
    }

    private static List<Object> dated(Law.LevelGroup level) {
        return List.of(
                GroupLaw.days(level.group()),
                season(level).stream()
                        .flatMap(season -> season.values().stream())
                        .map(value -> List.of(value.value(), value.validity()))
                        .toList());
    }

    private Stream<LocalDate> days(Law.LevelGroup level, Law.LevelGroup changed) {
        NavigableSet<LocalDate> edges = new TreeSet<>();
        for (Law.LevelGroup one : new Law.LevelGroup[] {level, changed}) {
            GroupLaw.provisions(one.group()).forEach(provision -> addEdges(edges, provision));
            season(one).ifPresent(season -> season.values().forEach(value -> addEdges(edges, value.validity())));
        }
        return edges.first().minusDays(2).datesUntil(edges.last().plusYears(YEARS_AFTER));
    }

    private static void addEdges(NavigableSet<LocalDate> edges, Provision provision) {
        edges.add(provision.since());
        provision.lastDay().ifPresent(edges::add);
    }

    private static void addEdges(NavigableSet<LocalDate> edges, Validity validity) {
        edges.add(validity.from());
        validity.lastDay().ifPresent(edges::add);
        validity.published().ifPresent(edges::add);
    }

    private static Optional<Parameter> season(Law.LevelGroup level) {
        Regulation regulation = level.group().regulation();
        return level.level().season().flatMap(name -> regulation.parameters().find(name));
    }

    private boolean same(Law.LevelGroup level, Law.LevelGroup changed, LocalDate day) {
        return Stream.of(day, LocalDate.MAX).allMatch(published -> {
            Instant due = level.level().evaluate().on(day, calendar);
            Moment moment = Moment.of(due, published, Instant.MAX, calendar);
            Course one = course(level, moment);
            Course other = course(changed, moment);
            return one == other || heard(before, level, one, moment) == heard(after, changed, other, moment);
        });
    }

    private static Course course(Law.LevelGroup level, Moment moment) {
        if (!LevelJudge.inForce(level, moment.day())) {
            return Course.STAYS;
        } else if (isIn(level, moment.day().plusDays(1), moment)) {
            return Course.ASKS;
        }
        return isIn(level, moment.day(), moment) ? Course.ENDS : Course.STAYS;
    }

    private static boolean isIn(Law.LevelGroup level, LocalDate day, Moment moment) {
        return LevelJudge.inSeason(level.group().regulation(), level.level(), day, moment);
    }

    private static Course heard(Law law, Law.LevelGroup level, Course course, Moment moment) {
        if (course != Course.ASKS) {
            return course;
        }
        Scene scene = new Scene();
        new LawFacts(level.group(), moment, scene, law::find).add();
        return Scenes.isSilent(level.group(), scene) ? Course.STAYS : Course.ASKS;
    }
}
