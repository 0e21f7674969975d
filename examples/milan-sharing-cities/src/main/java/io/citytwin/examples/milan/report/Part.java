package io.citytwin.examples.milan.report;

/**
 * A part of the period that lies wholly inside or wholly outside the season. Immutable.
 *
 * @param period its days
 * @param inSeason whether levels can rise in it
 */
public record Part(Period period, boolean inSeason) {

    /**
     * What it is called.
     *
     * @return such as {@code Winter, 2019-10-01 to 2020-03-31}
     */
    public String title() {
        return (inSeason ? "Season, " : "Outside the season, ") + period;
    }
}
