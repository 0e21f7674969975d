package io.citytwin.rules;

import io.citytwin.rules.regulation.Provision;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The answer to a question, with its reasons. Immutable.
 *
 * @param question what was asked
 * @param asOf the clocks it was asked with
 * @param zone in which explanations tell the time
 * @param outcome the answer
 * @param findings what decided it; for an allowed act, the exemptions and limits that were met
 * @param unknown the cells whose value would decide, empty unless the outcome is unknown
 * @param notApplied provisions that could have decided and did not, with the first condition that failed
 */
public record Decision(
        Question question,
        AsOf asOf,
        ZoneId zone,
        Outcome outcome,
        List<Finding> findings,
        SortedSet<String> unknown,
        List<NotApplied> notApplied) {

    /** Copies the collections. */
    public Decision {
        findings = List.copyOf(findings);
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
     * A provision that could have decided and did not.
     *
     * @param provision which
     * @param failed the first condition that failed, as the rule writes it, with the value it met
     */
    public record NotApplied(Provision provision, String failed) {}

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
