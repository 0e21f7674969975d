package io.citytwin.rules;

import io.citytwin.core.model.Value;
import io.citytwin.rules.regulation.Place;
import java.util.List;
import java.util.Optional;

/**
 * The first condition of a rule that failed, with what it met where most of the rule held. Immutable.
 *
 * @param rule the rule's name, as its folder writes it
 * @param condition as the rule writes it
 * @param place of the condition in the folder
 * @param failed the comparisons that did not hold, several only if one or some of them would have been enough; none if
 *     nothing of the kind exists, or if something does that must not
 * @param held the comparisons before it that did hold
 */
public record Unmet(String rule, String condition, Place place, List<Comparison> failed, List<Comparison> held) {

    /** Copies the lists. */
    public Unmet {
        failed = List.copyOf(failed);
        held = List.copyOf(held);
    }

    /**
     * A value beside what it was compared with.
     *
     * @param of what kind of thing has the property, such as {@code Vehicle}
     * @param path from the twin asked about, such as {@code self.place}; for law, the kind once more
     * @param property the property's name
     * @param value what it was; empty if nobody knows
     * @param sign how it was compared, such as {@code >=}
     * @param limits what it was compared with: one value, or all names of a list; none if nobody knows
     * @param place of the comparison in the folder
     */
    public record Comparison(
            String of,
            String path,
            String property,
            Optional<Value> value,
            String sign,
            List<Value> limits,
            Place place) {

        /** Copies the list. */
        public Comparison {
            limits = List.copyOf(limits);
        }

        @Override
        public String toString() {
            String right = limits.size() == 1 && !sign.endsWith("in")
                    ? limits.get(0).toString()
                    : "("
                            + String.join(
                                    ", ", limits.stream().map(Value::toString).toList()) + ")";
            // A relation leads along a path, which says no more than its name.
            String met =
                    value.map(one -> one instanceof Value.Text ? "" : " " + one).orElse(" unknown");
            return property + met + " " + sign + " " + (limits.isEmpty() ? "unknown" : right);
        }
    }
}
