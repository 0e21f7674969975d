package io.citytwin.examples.benchmark.city;

/**
 * A municipality of the city's area: what rules read of it. Immutable.
 *
 * @param province number of its province, 0 or 1
 * @param population inhabitants
 * @param volunteer whether it takes part although it is small
 * @param trafficBand of the Region
 * @param degreeDays of its climate
 */
public record Town(int province, int population, boolean volunteer, int trafficBand, int degreeDays) {

    /** The town with a number: some are large, some volunteer, and they lie in all bands. */
    static Town of(int number) {
        int population = number % 3 == 0 ? 45_000 + 10_000 * number : 6_000 + 1_000 * number;
        return new Town(number % 2, population, number % 5 == 1, 1 + number % 3, number % 4 == 3 ? 2_350 : 2_404);
    }
}
