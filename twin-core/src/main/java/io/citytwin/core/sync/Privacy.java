package io.citytwin.core.sync;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import java.util.Collections;

/** Says what tells of a person and must be forgettable. Safe for use by many threads. */
record Privacy(TwinGraph graph) {

    boolean isPersonal(Input input) {
        if (input instanceof Input.Passed) {
            return true;
        } else if (input instanceof Input.TwinChanged changed) {
            return isPersonal(changed.twin());
        } else if (input instanceof Input.Observed seen) {
            String property = seen.observation().property();
            return graph.typeOf(seen.observation().twin())
                    .filter(type -> type.personal().contains(property))
                    .isPresent();
        }
        // Who answers for an override or an approval is an officer; that stays, as the ledger does.
        return false;
    }

    /** Whether anything personal is known of a twin. */
    static boolean isPersonal(Twin twin) {
        return !Collections.disjoint(twin.type().personal(), twin.values().keySet());
    }

    boolean isPersonal(Directive directive) {
        return graph.find(directive.twin()).filter(Privacy::isPersonal).isPresent();
    }
}
