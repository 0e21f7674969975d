package io.citytwin.rules.internal.explain;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.Decision;
import io.citytwin.rules.internal.engine.WhatIf;
import io.citytwin.rules.verify.Answer;
import io.citytwin.rules.verify.Turn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Finds the nearest moments at which the answer is another by time alone. Between two turns of the law it cannot change.
 * For one thread at a time.
 */
final class TurnFinder {

    private final WhatIf whatIf;
    private final CivilCalendar calendar;
    private final Answer answer;

    TurnFinder(WhatIf whatIf, Answer answer) {
        this.whatIf = whatIf;
        this.calendar = whatIf.calendar();
        this.answer = answer;
    }

    Optional<Turn> later(Instant at, int days) {
        LocalDate today = calendar.dateOf(at);
        for (int ahead = 0; ahead <= days; ahead++) {
            LocalDate day = today.plusDays(ahead);
            Instant before = ahead == 0 ? at : justBefore(day);
            for (Instant turn : whatIf.turns(before, justBefore(day.plusDays(1)))) {
                Answer then = Answer.of(whatIf.at(turn));
                if (!then.equals(answer)) {
                    return Optional.of(new Turn(turn, turn.minusSeconds(1), then));
                }
            }
        }
        return Optional.empty();
    }

    /** Looking back ends where what passages used up is forgotten. */
    Optional<Turn> earlier(Instant at, int days) {
        LocalDate today = calendar.dateOf(at);
        for (int back = 0; back <= days; back++) {
            LocalDate day = today.minusDays(back);
            Instant until = back == 0 ? at : justBefore(day.plusDays(1));
            List<Instant> turns = whatIf.turns(justBefore(day), until);
            for (int index = turns.size() - 1; index >= 0; index--) {
                Instant before = turns.get(index).minusSeconds(1);
                Decision decision = whatIf.at(before);
                Answer then = Answer.of(decision);
                if (decision.unknown().stream().anyMatch(name -> name.endsWith(" erased"))) {
                    return Optional.empty();
                } else if (!then.equals(answer)) {
                    return Optional.of(new Turn(before, turns.get(index), then));
                }
            }
        }
        return Optional.empty();
    }

    private Instant justBefore(LocalDate day) {
        return calendar.startOf(day).minusNanos(1);
    }
}
