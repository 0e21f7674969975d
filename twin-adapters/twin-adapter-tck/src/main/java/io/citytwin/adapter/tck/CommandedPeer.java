package io.citytwin.adapter.tck;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A peer whose devices take directives. Safe for use by many threads. */
public interface CommandedPeer extends Peer {

    /**
     * The twin that the contract asks for something.
     *
     * @return one of {@link #twins} that the adapter serves
     */
    TwinId commanded();

    /**
     * The property that the contract sets.
     *
     * @return a desired property of {@link #commanded}, such as {@code dimming}
     */
    String property();

    /**
     * A value that the device takes.
     *
     * @param number different numbers from 0 to 3 have different values
     * @return in the unit of the property
     */
    Value value(int number);

    /**
     * What the device did.
     *
     * @return the values that it took, each time it acted; a command that came again and was not acted on is not among them
     */
    List<Value> done();

    /** From now on the device refuses what it is asked; called before an adapter is made. */
    void refuse();

    /** From now on the device does nothing and says nothing; called before an adapter is made. */
    void keepSilent();

    /**
     * How long the device keeps what it took last, where devices keep leases.
     *
     * @return when it lets go by itself; empty if it never does
     */
    default Optional<Instant> leaseEnd() {
        return Optional.empty();
    }
}
