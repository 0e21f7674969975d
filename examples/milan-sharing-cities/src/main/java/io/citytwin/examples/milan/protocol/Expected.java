package io.citytwin.examples.milan.protocol;

import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import java.time.Instant;
import java.util.Optional;

/**
 * What the city is about to ask. Immutable.
 *
 * @param directive as it was issued
 * @param lease until when, if it ends
 */
record Expected(Directive directive, Optional<Lease> lease) {

    /** Why what came over the wire is something else; empty if it is not. */
    Optional<String> difference(Value value, Optional<Instant> until) {
        boolean same = value.equals(directive.value()) && until.equals(lease.map(Lease::until));
        return same
                ? Optional.empty()
                : Optional.of(directive.id() + " is `" + directive.value() + "` until " + lease + ", but `" + value
                        + "` until " + until + " came over the wire");
    }
}
