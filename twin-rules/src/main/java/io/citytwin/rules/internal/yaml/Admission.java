package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Grant;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.internal.trust.Wildcards;
import java.util.List;
import java.util.Optional;

/**
 * What a host lets a folder do. Immutable.
 *
 * @param grant the limits; empty if there are none
 * @param order of the grant among those of the host: who comes first yields to nobody behind
 * @param refusals why it is not let in at all, whatever it says about others
 * @param claims what it claims beyond its limits; a copy of another folder claims what that one may
 */
record Admission(Optional<Grant> grant, int order, List<Problem> refusals, List<Problem> claims) {

    /** No limits. */
    static final Admission FREE = new Admission(Optional.empty(), 0, List.of(), List.of());

    /** Copies the problems. */
    Admission {
        refusals = List.copyOf(refusals);
        claims = List.copyOf(claims);
    }

    static Admission refused(Problem problem) {
        return new Admission(Optional.empty(), Integer.MAX_VALUE, List.of(problem), List.of());
    }

    /** Whether nothing that another folder says can let it in. */
    boolean isRefused(String id) {
        return !refusals.isEmpty() || (!claims.isEmpty() && !overrides(id));
    }

    /** Whether it may change some parameter of a regulation. */
    boolean overrides(String id) {
        return grant.stream()
                .flatMap(one -> one.overrides().stream())
                .anyMatch(name -> Wildcards.fits(name.substring(0, name.indexOf('/')), id));
    }
}
