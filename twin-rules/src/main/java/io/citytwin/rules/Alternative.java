package io.citytwin.rules;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import java.time.Instant;
import java.time.ZoneId;

/** What one may do where something else is forbidden. Immutable. */
public sealed interface Alternative {

    /**
     * One line for people.
     *
     * @return what to do, how far it is, and what it rests on
     */
    String explain();

    /**
     * The same at a later time, if levels and data stay as they are known now. Immutable.
     *
     * @param from the first instant from which it is allowed; nothing is said of how long
     * @param proof the same question at that instant
     */
    record Later(Instant from, Decision proof) implements Alternative {
        @Override
        public String explain() {
            ZoneId zone = proof.zone();
            return "Allowed from " + from.atZone(zone).toOffsetDateTime()
                    + ", if levels and data stay as they are known now.";
        }
    }

    /**
     * To leave the vehicle at a car park with public transport, outside the zone that the gate guards. Immutable.
     *
     * @param carPark the nearest that the vehicle may drive to
     * @param distance from the gate
     * @param proof that the vehicle may drive there
     */
    record ParkAndRide(TwinId carPark, Quantity distance, Decision proof) implements Alternative {
        @Override
        public String explain() {
            return "Park and ride at " + carPark + ", " + distance + " away.";
        }
    }

    /**
     * To take a shared bike, which is no motor vehicle. Immutable.
     *
     * @param station the nearest with a bike
     * @param bikes how many it has
     * @param distance from the gate, or from the vehicle
     */
    record SharedBike(TwinId station, Quantity bikes, Quantity distance) implements Alternative {
        @Override
        public String explain() {
            return bikes + " shared bikes at " + station + ", " + distance + " away.";
        }
    }

    /**
     * To take a shared electric car that may do what the own one may not. Immutable.
     *
     * @param vehicle the nearest
     * @param distance from the gate, or from the own vehicle
     * @param proof the same question about the shared car
     */
    record SharedCar(TwinId vehicle, Quantity distance, Decision proof) implements Alternative {
        @Override
        public String explain() {
            return "Shared electric car " + vehicle + ", " + distance + " away.";
        }
    }
}
