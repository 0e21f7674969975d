package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Value;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Claim;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.util.Optional;

/**
 * A claim with what orders it among others. Immutable.
 *
 * @param claim what is kept of it
 * @param weight what orders it
 * @param finding where it comes from; empty for a person's and for a share
 */
public record Bid(Claim claim, Weight weight, Optional<Finding> finding) {

    static Bid of(Law law, Finding finding, String language) {
        Provision provision = finding.provision();
        String title = provision.title().in(language);
        String reason = finding.why()
                .says()
                .map(says -> says.in(language))
                .filter(says -> !says.isBlank())
                .orElse(title);
        Claim claim = new Claim(
                provision.id(),
                title,
                kind(finding.effect()),
                value(finding.effect()),
                reason,
                law.find(provision.regulation()).map(Bid::authority),
                Optional.empty());
        return new Bid(claim, Weight.of(law, finding), Optional.of(finding));
    }

    /**
     * What a person wants.
     *
     * @param claim of kind {@code OVERRIDE}
     * @return goes before all others
     */
    public static Bid ofPerson(Claim claim) {
        return new Bid(claim, Weight.ofPerson(claim.provision()), Optional.empty());
    }

    /**
     * A part of what this one allows a budget.
     *
     * @param claim of kind {@code SHARE}
     * @param most its number
     * @return of the same weight
     */
    public Bid share(Claim claim, Quantity most) {
        return new Bid(claim, weight.limiting(most.amount()), Optional.empty());
    }

    /** The property that an effect claims; empty if it claims none. */
    static Optional<String> claimed(Effect effect) {
        if (effect instanceof Effect.Limit limit) {
            return Optional.of(limit.property());
        } else if (effect instanceof Effect.Floor floor) {
            return Optional.of(floor.property());
        }
        return effect instanceof Effect.Claim claim ? Optional.of(claim.property()) : Optional.empty();
    }

    static ActuatorId actuator(Finding claim) {
        return new ActuatorId(claim.subject(), claimed(claim.effect()).orElseThrow());
    }

    private static Claim.Authority authority(Regulation regulation) {
        return new Claim.Authority(regulation.authority(), regulation.rank());
    }

    private static Claim.Kind kind(Effect effect) {
        if (effect instanceof Effect.Floor) {
            return Claim.Kind.AT_LEAST;
        }
        return effect instanceof Effect.Limit ? Claim.Kind.AT_MOST : Claim.Kind.SET;
    }

    private static Value value(Effect effect) {
        if (effect instanceof Effect.Floor floor) {
            return floor.least();
        }
        return effect instanceof Effect.Limit limit ? limit.most() : ((Effect.Claim) effect).value();
    }
}
