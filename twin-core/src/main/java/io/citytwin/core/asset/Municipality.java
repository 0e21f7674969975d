package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A town or city with its own council, that can end its inspections of a year. Immutable. */
@Acts("endInspections")
public interface Municipality extends Area {

    /**
     * Where it lies.
     *
     * @return the province
     */
    @Within
    Optional<Province> province();

    /**
     * How many people live there.
     *
     * @return in inhabitants
     */
    @In("inhabitants")
    Optional<Quantity> population();

    /**
     * Whether it belongs to an agglomeration, as the zones of air-quality law are drawn.
     *
     * @return true for a large city and its surroundings
     */
    Optional<Boolean> agglomeration();

    /**
     * The band of its region's lasting limits on traffic in which it lies, where a region draws such bands.
     *
     * @return from 1, the strictest, upwards
     */
    @In("1")
    Optional<Quantity> trafficBand();

    /**
     * Whether it applies by its own choice what larger towns must.
     *
     * @return true if it joined
     */
    Optional<Boolean> volunteer();

    /**
     * How cold its winters are, as law counts it.
     *
     * @return in degree-days
     */
    @In("degree-days")
    Optional<Quantity> degreeDays();
}
