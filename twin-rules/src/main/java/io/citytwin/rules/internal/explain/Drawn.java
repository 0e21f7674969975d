package io.citytwin.rules.internal.explain;

import io.citytwin.rules.verify.Explanation;
import io.citytwin.rules.verify.LevelExplanation;

/** Draws explanations. Safe for use by many threads. */
public final class Drawn {

    private Drawn() {}

    /**
     * A decision as a picture that stands alone.
     *
     * @param explanation of a decision
     * @param language of titles and sentences
     * @return SVG
     */
    public static String svg(Explanation explanation, String language) {
        return SvgGraph.of(BoxWriter.of(explanation, language));
    }

    /**
     * A level as a picture that stands alone.
     *
     * @param explanation of a level
     * @param language of titles and sentences
     * @return SVG
     */
    public static String svg(LevelExplanation explanation, String language) {
        return SvgGraph.of(BoxWriter.of(explanation, language));
    }

    /**
     * A decision for Graphviz.
     *
     * @param explanation of a decision
     * @param language of titles and sentences
     * @return a directed graph
     */
    public static String dot(Explanation explanation, String language) {
        return DotGraph.of(BoxWriter.of(explanation, language));
    }

    /**
     * A level for Graphviz.
     *
     * @param explanation of a level
     * @param language of titles and sentences
     * @return a directed graph
     */
    public static String dot(LevelExplanation explanation, String language) {
        return DotGraph.of(BoxWriter.of(explanation, language));
    }
}
