package io.citytwin.rules;

import io.citytwin.core.model.TwinId;
import io.citytwin.rules.regulation.Provision;

/**
 * What a provision says about a twin. Immutable.
 *
 * @param provision which provision
 * @param subject about whom
 * @param effect what it says
 * @param why law and readings that it rests on
 */
public record Finding(Provision provision, TwinId subject, Effect effect, Justification why) {

    /**
     * Whether two findings say the same, whatever they rest on.
     *
     * @param other another finding
     * @return true if provision, subject and effect are equal
     */
    public boolean saysSameAs(Finding other) {
        return provision.id().equals(other.provision.id())
                && subject.equals(other.subject)
                && effect.equals(other.effect);
    }
}
