package io.citytwin.rules.verify;

import io.citytwin.rules.regulation.Provision;

/**
 * In how many passed expectations a provision had a say. Immutable.
 *
 * @param provision which provision
 * @param cases cases and variants that asked it
 * @param fired expectations that it decided
 * @param notFired expectations that it could have decided, and did not
 */
public record ProvisionCoverage(Provision provision, int cases, int fired, int notFired) {

    /**
     * Whether cases show both sides of the provision.
     *
     * @return true if it fired at least once, and at least once did not
     */
    public boolean covered() {
        return fired > 0 && notFired > 0;
    }
}
