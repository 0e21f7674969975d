package io.citytwin.rules.verify;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.verify.CaseExplainer;
import io.citytwin.rules.internal.verify.City;
import io.citytwin.rules.regulation.Regulation;

/**
 * Explains what the cases of a regulation ask, and proves each explanation: every flip is applied and the question asked
 * again, every condition that is said to have failed is looked at once more. Safe for use by many threads.
 */
public final class ExplainedCases {

    private ExplainedCases() {}

    /**
     * The explanations of all answers that the cases of a regulation expect.
     *
     * @param bundle holds the regulations that it uses
     * @param regulation whose cases are explained
     * @param each told of every explanation, one at a time, with the case's name, in the order of files and lines
     */
    public static void answers(RegulationBundle bundle, Regulation regulation, Named each) {
        explainer(bundle, regulation).answers(each);
    }

    /** Takes explanations. Not safe for use by many threads unless it says so. */
    @FunctionalInterface
    public interface Named {
        /**
         * One explanation.
         *
         * @param title of the case and its variant
         * @param explanation of one of its answers
         */
        void take(String title, Explanation explanation);
    }

    /**
     * Proves the explanations of all answers and levels that the cases of a regulation expect.
     *
     * @param bundle holds the regulations that it uses
     * @param regulation whose cases are explained
     * @return what was proved, and what turned out wrong
     */
    public static ExplanationReport prove(RegulationBundle bundle, Regulation regulation) {
        return explainer(bundle, regulation).prove();
    }

    /**
     * Proves the same, for who also reads the explanations: finding one takes as long as proving it.
     *
     * @param bundle holds the regulations that it uses
     * @param regulation whose cases are explained
     * @param each told of every explanation of an answer, as {@link #answers} tells of them, once all are proved
     * @return what was proved, and what turned out wrong
     */
    public static ExplanationReport prove(RegulationBundle bundle, Regulation regulation, Named each) {
        return explainer(bundle, regulation).prove(each);
    }

    private static CaseExplainer explainer(RegulationBundle bundle, Regulation regulation) {
        return new CaseExplainer(City.of(bundle.regulations(), AssetTypes.builtIn(), CivilCalendar.italy())
                .around(regulation));
    }
}
