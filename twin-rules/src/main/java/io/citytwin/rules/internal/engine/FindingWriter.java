package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Wanted;
import io.citytwin.rules.regulation.Provision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Turns what fired into findings, each with what it rests on. For one thread at a time. */
final class FindingWriter {

    private final Law law;
    private final Fold city;
    private final Moment moment;

    FindingWriter(Law law, Fold city, Moment moment) {
        this.law = law;
        this.city = city;
        this.moment = moment;
    }

    /** The findings about twins that somebody knows. */
    List<Finding> write(Group group, Scene scene, List<Firing> firings) {
        return firings.stream()
                .flatMap(firing ->
                        subjectOf(scene, firing).stream().map(subject -> finding(group, scene, firing, subject)))
                .toList();
    }

    static Fact subjectFact(Firing firing) {
        return Objects.requireNonNull(
                firing.matched().get(firing.rule().action().subject()));
    }

    private static Optional<TwinId> subjectOf(Scene scene, Firing firing) {
        return Optional.ofNullable(scene.twins.get(subjectFact(firing).role())).map(Twin::id);
    }

    private Finding finding(Group group, Scene scene, Firing firing, TwinId subject) {
        Provision provision = Objects.requireNonNull(
                group.regulation().provisions().get(firing.rule().provision()));
        return new Finding(
                provision,
                subject,
                effect(group, firing),
                new JustificationWriter(group, scene, new JustificationWriter.City(law, city, moment))
                        .write(provision, firing));
    }

    static Effect effect(Group group, Firing firing) {
        Rule.Action action = firing.rule().action();
        if (action instanceof Rule.Forbid forbid) {
            return new Effect.Ban(forbid.act());
        } else if (action instanceof Rule.Lift lift) {
            Rule rule = firing.rule();
            return new Effect.Exemption(lift.act(), new TreeSet<>(rule.lifts()), rule.spends());
        } else if (action instanceof Rule.Cap cap) {
            return limit(cap, firing);
        } else if (action instanceof Rule.Compute compute) {
            Unit unit = unitOf(compute.property(), firing);
            return new Effect.Figure(compute.property(), new Quantity(Sums.figure(compute, firing), unit));
        } else if (action instanceof Rule.Charge charge) {
            Quantity fee = new Quantity(Sums.of(charge.fee(), firing), Unit.EURO);
            return new Effect.Fee(charge.act(), fee, firing.rule().spends());
        } else if (action instanceof Rule.Require require) {
            return new Effect.Duty(require.property());
        } else if (action instanceof Rule.Claim claim) {
            return claim(claim, firing);
        } else if (action instanceof Rule.Floor floor) {
            Unit unit = unitOf(floor.property(), firing);
            return new Effect.Floor(floor.property(), new Quantity(Sums.of(floor.least(), firing), unit));
        }
        return target(group, action);
    }

    private static Effect target(Group group, Rule.Action action) {
        String level = action instanceof Rule.Raise raise ? raise.level() : ((Rule.Clear) action).level();
        int state = action instanceof Rule.Raise raise ? raise.state() : 0;
        List<String> states = Objects.requireNonNull(
                        group.regulation().state().levels().get(level))
                .states()
                .names();
        return new Effect.Target(level, states.get(state));
    }

    private static Effect claim(Rule.Claim claim, Firing firing) {
        Value value = claim.value() instanceof Wanted.Fixed fixed
                ? fixed.value()
                : new Quantity(Sums.of(claim.terms(), firing), unitOf(claim.property(), firing));
        return new Effect.Claim(claim.property(), value);
    }

    private static Unit unitOf(String property, Firing firing) {
        FactType type = subjectFact(firing).type();
        int slot = type.slotOf(property).orElseThrow();
        return ((FactType.NumberKind) type.slots().get(slot).kind()).unit();
    }

    private static Effect limit(Rule.Cap cap, Firing firing) {
        Unit unit = unitOf(cap.property(), firing);
        // A tolerance on a temperature is a difference of temperatures.
        Unit difference = unit == Unit.DEGREE_CELSIUS ? Unit.KELVIN : unit;
        Optional<Quantity> tolerance = cap.tolerance().isEmpty()
                ? Optional.empty()
                : Optional.of(new Quantity(Sums.of(cap.tolerance(), firing), difference));
        return new Effect.Limit(cap.property(), new Quantity(Sums.of(cap.limit(), firing), unit), tolerance);
    }
}
