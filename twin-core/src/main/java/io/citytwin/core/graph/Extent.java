package io.citytwin.core.graph;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Location;

/**
 * Where a city lies. Immutable.
 *
 * @param southWest its lower left corner on a map
 * @param northEast its upper right corner
 */
record Extent(Location southWest, Location northEast) {

    void check(Location point) {
        if (point.longitude().compareTo(southWest.longitude()) < 0
                || point.latitude().compareTo(southWest.latitude()) < 0
                || point.longitude().compareTo(northEast.longitude()) > 0
                || point.latitude().compareTo(northEast.latitude()) > 0) {
            throw new CityTwinException(
                    CoreError.GEOMETRY,
                    "`" + point + "` is not between `" + southWest + "` and `" + northEast + "`.",
                    "Maybe longitude and latitude are exchanged: longitude comes first.");
        }
    }
}
