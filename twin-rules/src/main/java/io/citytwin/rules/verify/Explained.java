package io.citytwin.rules.verify;

/** An explanation, which is data, written for those who read it. Immutable. */
public sealed interface Explained permits Explanation, LevelExplanation {

    /**
     * As text for whoever knows the rules.
     *
     * @param language of the sentences for citizens, such as {@code en}
     * @return several lines
     */
    String text(String language);

    /**
     * As data.
     *
     * @param language of titles and sentences
     * @return a JSON object
     */
    String json(String language);

    /**
     * As a picture that stands alone, for bright and dark screens.
     *
     * @param language of titles and sentences
     * @return SVG
     */
    String svg(String language);

    /**
     * As a graph for Graphviz.
     *
     * @param language of titles and sentences
     * @return a directed graph
     */
    String dot(String language);

    /**
     * In plain words: the outcome, the value and the date that it hinges on, and whether the law was verified.
     *
     * @param language such as {@code en}; one that no jar on the class path brings is English
     * @return at most 60 words
     */
    String citizen(String language);
}
