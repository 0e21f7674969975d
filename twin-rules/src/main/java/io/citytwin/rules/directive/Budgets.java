package io.citytwin.rules.directive;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.directive.Allotter.Share;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.engine.Bid;
import io.citytwin.rules.internal.engine.Contest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What budgets and watched actuators are awarded, and who has which share of a budget. For one thread at a time. */
final class Budgets {

    private final Allotter allotter;
    private final Function<ActuatorId, Optional<Actuator>> actuators;
    private final SortedMap<ActuatorId, Contest.Outcome> awarded = new TreeMap<>();
    private SortedMap<ActuatorId, List<Bid>> shares = new TreeMap<>();

    Budgets(Allotter allotter, Function<ActuatorId, Optional<Actuator>> actuators) {
        this.allotter = allotter;
        this.actuators = actuators;
    }

    void take(List<Input> inputs) {
        inputs.forEach(allotter::accept);
    }

    boolean splits(ActuatorId id) {
        return allotter.splits(id);
    }

    boolean watches(ActuatorId id) {
        return !splits(id) && allotter.watches(id);
    }

    /**
     * Notes who won a budget, or an actuator that is watched before shares are looked at.
     *
     * @return whether the award is another than before
     */
    boolean award(ActuatorId id, Optional<Contest.Outcome> outcome) {
        Optional<Award> now = outcome.map(Contest.Outcome::award);
        Optional<Award> before = outcome.isPresent()
                ? Optional.ofNullable(awarded.put(id, outcome.get())).map(Contest.Outcome::award)
                : Optional.ofNullable(awarded.remove(id)).map(Contest.Outcome::award);
        return !Asked.sameCause(before, now);
    }

    /**
     * Splits all budgets anew.
     *
     * @return the actuators whose shares are others than before
     */
    SortedSet<ActuatorId> split(Instant moment) {
        SortedMap<ActuatorId, Award> awards = new TreeMap<>();
        awarded.forEach((id, outcome) -> awards.put(id, outcome.award()));
        List<Share> split = new ArrayList<>(allotter.split(Collections.unmodifiableSortedMap(awards), moment));
        split.sort(Comparator.comparing(Share::actuator).thenComparing(Share::budget));
        SortedMap<ActuatorId, List<Bid>> now = new TreeMap<>();
        split.forEach(share ->
                now.computeIfAbsent(share.actuator(), id -> new ArrayList<>()).add(bid(share)));
        SortedSet<ActuatorId> changed = new TreeSet<>(now.keySet());
        changed.addAll(shares.keySet());
        Map<ActuatorId, List<Bid>> before = shares;
        changed.removeIf(id -> before.getOrDefault(id, List.of()).equals(now.getOrDefault(id, List.of())));
        shares = now;
        return changed;
    }

    private Bid bid(Share share) {
        Contest.Outcome budget = awarded.get(share.budget());
        if (budget == null || !allotter.splits(share.budget())) {
            throw refused(share, "which nothing awards", "Maybe it ended: split the awards that are given only.");
        }
        Actuator actuator = actuators
                .apply(share.actuator())
                .filter(found -> !allotter.splits(share.actuator()))
                .orElseThrow(
                        () -> refused(share, "and no device takes it", "Maybe the twin or the actuator is misspelt."));
        if (!(share.most() instanceof Quantity most)
                || !(actuator.resting() instanceof Quantity resting)
                || most.unit() != resting.unit()) {
            throw refused(share, "and it is no number in its unit", "Maybe convert it; units are never guessed.");
        }
        return budget.winner().share(budget.winner().claim().share(most, share.reason()), most);
    }

    private static CityTwinException refused(Share share, String what, String advice) {
        return new CityTwinException(
                RulesError.SHARE,
                "`" + share.actuator() + "` was given `" + share.most() + "` of `" + share.budget() + "`, " + what
                        + ".",
                advice);
    }

    List<GovernorState.Budget> awards() {
        return awarded.entrySet().stream()
                .map(each -> new GovernorState.Budget(each.getKey(), each.getValue()))
                .toList();
    }

    List<GovernorState.Shares> shares() {
        return shares.entrySet().stream()
                .map(each -> new GovernorState.Shares(each.getKey(), each.getValue()))
                .toList();
    }

    Optional<String> allotterState() {
        return allotter.state();
    }

    void restore(GovernorState kept) {
        kept.budgets().forEach(one -> awarded.put(one.actuator(), one.outcome()));
        kept.shares().forEach(one -> shares.put(one.actuator(), one.bids()));
        kept.allotter().ifPresent(allotter::resume);
    }

    List<Bid> bids(ActuatorId id) {
        return shares.getOrDefault(id, List.of());
    }
}
