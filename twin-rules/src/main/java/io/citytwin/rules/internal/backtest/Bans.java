package io.citytwin.rules.internal.backtest;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.internal.engine.LawTurns;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.BacktestMeasure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * In which minutes of a day an act was forbidden to a class of twins. A question is asked once for all twins, days and
 * areas that look the same to the rules. For one thread at a time.
 */
final class Bans {

    private final RegulationEngine engine;
    private final Law law;
    private final BiFunction<TwinId, LocalDate, List<String>> levels;
    private final Map<Object, Minutes> remembered = new HashMap<>();
    private final Map<String, Calendar> calendars = new HashMap<>();

    Bans(RegulationEngine engine, Law law, BiFunction<TwinId, LocalDate, List<String>> levels) {
        this.engine = engine;
        this.law = law;
        this.levels = levels;
    }

    /** Whose bans count, and all law in force. */
    record Law(Regulation regulation, List<Regulation> all, CivilCalendar calendar) {}

    /** When the law about a kind of asset turns, and which days are alike to it. */
    private record Calendar(LawTurns turns, DayKinds kinds, Map<LocalDate, DayKinds.Kind> known) {

        DayKinds.Kind kind(LocalDate day) {
            return known.computeIfAbsent(day, kinds::of);
        }
    }

    private Calendar calendar(String assetType) {
        return calendars.computeIfAbsent(assetType, type -> {
            MeasureLaw read = MeasureLaw.about(type, law.all());
            return new Calendar(
                    new LawTurns(law.calendar(), read.parameters()),
                    new DayKinds(read, law.calendar()),
                    new HashMap<>());
        });
    }

    /** Minutes since the start of a day; never changed after they were remembered. */
    record Minutes(BitSet forbidden, BitSet unknown) {}

    Minutes of(Crowd.Member member, BacktestMeasure measure, LocalDate day) {
        List<List<String>> states = member.sight().reached().stream()
                .map(place -> levels.apply(place, day))
                .toList();
        Calendar calendar = calendar(measure.assetType());
        Object key = List.of(measure, calendar.kind(day), member.sight().key(), states);
        Minutes before = remembered.get(key);
        if (before == null) {
            before = ask(Question.may(member.twin().id(), measure.what()), day, calendar.turns());
            remembered.put(key, before);
        }
        return before;
    }

    private Minutes ask(Question question, LocalDate day, LawTurns turns) {
        Minutes minutes = new Minutes(new BitSet(), new BitSet());
        Instant start = law.calendar().startOf(day);
        Instant end = law.calendar().startOf(day.plusDays(1));
        List<Instant> turned = turns.between(start.minusNanos(1), end.minusNanos(1));
        for (int at = 0; at < turned.size(); at++) {
            Instant next = at + 1 < turned.size() ? turned.get(at + 1) : end;
            Decision decision = engine.decide(question, AsOf.at(turned.get(at)));
            int from = minute(start, turned.get(at));
            int to = minute(start, next);
            if (forbids(decision)) {
                minutes.forbidden().set(from, to);
            } else if (decision.outcome() == Decision.Outcome.UNKNOWN) {
                minutes.unknown().set(from, to);
            }
        }
        return minutes;
    }

    private static int minute(Instant start, Instant moment) {
        return (int) Duration.between(start, moment).toMinutes();
    }

    private boolean forbids(Decision decision) {
        return decision.outcome() == Decision.Outcome.FORBIDDEN
                && decision.findings().stream()
                        .anyMatch(finding -> finding.effect() instanceof Effect.Ban
                                && finding.provision()
                                        .regulation()
                                        .equals(law.regulation().id()));
    }
}
