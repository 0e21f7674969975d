package io.citytwin.rules.directive;

import com.google.common.hash.Hashing;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.rules.directive.Ledger.Hold;
import io.citytwin.rules.internal.engine.Contest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What devices were asked last, and what waits until they may be asked again. For one thread at a time. */
final class Asking {

    private static final int ID_DIGITS = 32;

    private final Ledger ledger;
    private final Map<ActuatorId, Asked> asked = new HashMap<>();
    private final SortedMap<ActuatorId, Waiting> waiting = new TreeMap<>();

    Asking(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What a device would be asked, but for a while or a little. */
    record Waiting(Optional<Award> award, Hold hold) {

        boolean isSameAs(Waiting other) {
            return Asked.sameCause(award, other.award) && hold.equals(other.hold);
        }
    }

    /** Actuators that may be asked again. */
    SortedSet<ActuatorId> due(Instant moment) {
        SortedSet<ActuatorId> due = new TreeSet<>();
        waiting.forEach((id, waits) ->
                waits.hold().until().filter(until -> !moment.isBefore(until)).ifPresent(until -> due.add(id)));
        return due;
    }

    /** Asks a device for what wins, if that is something else and it may be asked now. */
    Optional<Directive> ask(ActuatorId id, Actuator actuator, Contest contest, Instant moment) {
        Asked before = asked.getOrDefault(id, Asked.NOTHING);
        Optional<Award> award = contest.outcome().map(Contest.Outcome::award);
        if (before.isSameAs(award)) {
            waiting.remove(id);
            return Optional.empty();
        }
        Optional<Hold> hold = before.hold(actuator, contest, award, moment);
        if (hold.isPresent()) {
            hold(id, new Waiting(award, hold.get()), moment);
            return Optional.empty();
        }
        waiting.remove(id);
        Value value = award.map(Award::value).orElse(actuator.resting());
        Asked now = before.then(award, value, moment);
        asked.put(id, now);
        Directive directive = directive(id, now, award.or(before::award).orElseThrow());
        ledger.add(new Ledger.Entry(id, moment, award, Optional.of(directive), Optional.empty()));
        return Optional.of(directive);
    }

    /** Noted once for each thing that is held back. */
    private void hold(ActuatorId id, Waiting now, Instant moment) {
        Waiting before = waiting.put(id, now);
        if (before == null || !before.isSameAs(now)) {
            ledger.add(new Ledger.Entry(id, moment, now.award(), Optional.empty(), Optional.of(now.hold())));
        }
    }

    private static Directive directive(ActuatorId id, Asked now, Award cause) {
        Claim winner = cause.winner();
        boolean claims = now.award().isPresent();
        Directive.Cause why =
                new Directive.Cause(winner.provision(), claims ? winner.reason() : winner.title(), now.since());
        return new Directive(
                name(id, why, now.nth()),
                id.twin(),
                id.property(),
                now.value().orElseThrow(),
                claims ? Directive.Kind.CLAIM : Directive.Kind.REVERT,
                why,
                now.since());
    }

    private static String name(ActuatorId id, Directive.Cause cause, int nth) {
        String start = nth == 0 ? cause.since().toString() : cause.since() + "+" + nth;
        String named = String.join("\n", List.of(id.twin().toString(), id.property(), cause.provision(), start));
        return Hashing.sha256()
                .hashString(named, StandardCharsets.UTF_8)
                .toString()
                .substring(0, ID_DIGITS);
    }

    List<GovernorState.Known> state() {
        SortedSet<ActuatorId> all = new TreeSet<>(asked.keySet());
        all.addAll(waiting.keySet());
        return all.stream()
                .map(id -> new GovernorState.Known(
                        id, Optional.ofNullable(asked.get(id)), Optional.ofNullable(waiting.get(id))))
                .toList();
    }

    void restore(List<GovernorState.Known> kept) {
        for (GovernorState.Known one : kept) {
            one.asked().ifPresent(known -> asked.put(one.actuator(), known));
            one.waiting().ifPresent(waits -> waiting.put(one.actuator(), waits));
        }
    }

    void forget() {
        asked.clear();
        waiting.clear();
    }
}
