package io.citytwin.rules;

import io.citytwin.core.model.Quantity;
import io.citytwin.rules.regulation.Provision;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The answer to a question, with its reasons. Immutable.
 *
 * @param question what was asked
 * @param asOf the clocks it was asked with
 * @param zone in which explanations tell the time
 * @param outcome the answer
 * @param findings what decided it; for an allowed act, the exemptions that were needed, the fees that are due, and the limits that were met
 * @param fee what is due, in EUR: zero if nothing is or the act is forbidden; empty if what is unknown would decide it
 * @param lifted bans and fees that would hold, but for an exemption; empty if the outcome is unknown
 * @param spends the counters, as {@code regulation/counter}, that settling would move; none unless the act is allowed. An
 *     exemption that only might hold is not relied on, so it saves nothing that a certain one spends
 * @param unknown the cells whose value would decide: the outcome, if that is unknown, else the fee
 * @param notApplied provisions that could have decided and did not, with the first condition that failed
 */
public record Decision(
        Question question,
        AsOf asOf,
        ZoneId zone,
        Outcome outcome,
        List<Finding> findings,
        Optional<Quantity> fee,
        List<Lifted> lifted,
        SortedSet<String> spends,
        SortedSet<String> unknown,
        List<NotApplied> notApplied) {

    /** Copies the collections. */
    public Decision {
        findings = List.copyOf(findings);
        lifted = List.copyOf(lifted);
        spends = Collections.unmodifiableSortedSet(new TreeSet<>(spends));
        unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
        notApplied = List.copyOf(notApplied);
    }

    /** The answer. */
    public enum Outcome {
        ALLOWED,
        FORBIDDEN,
        /** What is known does not decide it; {@link Decision#unknown()} says what is missing. */
        UNKNOWN
    }

    /**
     * A ban or a fee that an exemption lifted.
     *
     * @param finding the ban or fee
     * @param by the exemption that is used for it: one that spends nothing, if there is one, else the strongest
     */
    public record Lifted(Finding finding, Finding by) {}

    /**
     * A provision that could have decided and did not.
     *
     * @param provision which
     * @param failed the first condition that failed, as the rule writes it, with the value it met
     * @param unmet the same as data; empty if no rule had to be asked, or unknown values keep each other from meeting
     */
    public record NotApplied(Provision provision, String failed, Optional<Unmet> unmet) {

        /** What failed where the regulation does not hold. */
        public static final String OUTSIDE = "outside its area";

        /**
         * A provision whose rules had not to be asked.
         *
         * @param provision which
         * @param why it does not apply
         * @return without a condition
         */
        public static NotApplied because(Provision provision, String why) {
            return new NotApplied(provision, why, Optional.empty());
        }
    }

    /**
     * The decision as text: outcome, provisions, values with dates and sources, readings.
     *
     * @param language of the sentences for citizens, such as {@code en}
     * @return several lines
     */
    public String explain(String language) {
        return new DecisionText(language, zone).of(this);
    }
}
