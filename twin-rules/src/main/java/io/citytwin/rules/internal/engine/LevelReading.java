package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.TwinId;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.StateSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What levels are and were, as several clocks see it. For one thread at a time. */
final class LevelReading {

    private final Laws laws;
    private final String firstLaw;
    private final Fold live;
    private final Refolds refolds;

    LevelReading(Laws laws, String firstLaw, Fold live, Refolds refolds) {
        this.laws = laws;
        this.firstLaw = firstLaw;
        this.live = live;
        this.refolds = refolds;
    }

    /** A level of a twin. */
    record Wanted(String regulation, String level, TwinId subject) {}

    List<LevelDecision> decisions(AsOf asOf) {
        return decided(asOf).book().decisions().stream()
                .filter(decision -> !decision.decidedAt().isAfter(Refolds.seenUntil(asOf)))
                .toList();
    }

    String on(Wanted wanted, LocalDate day) {
        return live.stateOn(wanted.regulation(), levelOf(wanted, Instant.MAX), wanted.subject(), day, Instant.MAX);
    }

    String on(Wanted wanted, LocalDate day, AsOf asOf) {
        Instant seen = Refolds.seenUntil(asOf);
        return decided(asOf).stateOn(wanted.regulation(), levelOf(wanted, seen), wanted.subject(), day, seen);
    }

    private Fold decided(AsOf asOf) {
        return refolds.decided(asOf).orElseThrow(() -> Erasure.levels(asOf));
    }

    private StateSpec.Level levelOf(Wanted wanted, Instant seen) {
        return laws.level(lawSeen(seen), wanted.regulation(), wanted.level());
    }

    /** The law that was adopted last by a moment. */
    private String lawSeen(Instant moment) {
        return live.adoptions().stream()
                .filter(adopted -> !adopted.at().isAfter(moment))
                .reduce((first, second) -> second)
                .map(EngineState.Adopted::hash)
                .orElse(firstLaw);
    }
}
