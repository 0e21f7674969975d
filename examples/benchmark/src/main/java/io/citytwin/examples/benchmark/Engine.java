package io.citytwin.examples.benchmark;

import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.city.Updates;
import java.time.Instant;
import java.util.SortedSet;

/**
 * Keeps the findings of all twins of a city while things happen. It starts in the morning with both provinces at the
 * lowest level. For one thread at a time.
 */
public interface Engine extends AutoCloseable {

    /** Takes in all twins, and finds what the law says of them. */
    void load(ReferenceCity city);

    /**
     * Applies updates and brings all findings up to date.
     *
     * @param updates of which some are applied
     * @param from the first of them
     * @param to behind the last of them
     */
    void apply(Updates.Stream updates, int from, int to);

    /** Levels may change soon; what an engine works out ahead is measured by itself. */
    default void expectLevels() {}

    /**
     * A moment will come soon; what an engine works out ahead is measured by itself.
     *
     * @param moment that comes
     */
    default void expect(Instant moment) {}

    /**
     * Puts a province at a level and brings all findings up to date.
     *
     * @param province its number
     * @param level the place of the state, from 0
     */
    void level(int province, int level);

    /** Lets time go on, and brings all findings up to date. */
    void clock(Instant moment);

    /**
     * What the law says of a twin.
     *
     * @param twin its number
     * @return as {@link Says} writes it, each once
     */
    SortedSet<String> findings(int twin);

    /** One number for all that the law says of all twins; engines that agree have the same. */
    default long hash(ReferenceCity city) {
        return Findings.hash(this, city.twins());
    }

    @Override
    void close();
}
