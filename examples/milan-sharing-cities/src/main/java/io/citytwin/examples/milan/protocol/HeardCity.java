package io.citytwin.examples.milan.protocol;

import io.citytwin.core.model.Observation;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.ForwardingAdapterContext;
import io.citytwin.core.spi.Work;

/** The city, as the adapter of a protocol sees it; it notes what arrives. Safe for use by many threads. */
final class HeardCity extends ForwardingAdapterContext {

    private final Lockstep lockstep;

    HeardCity(AdapterContext city, Lockstep lockstep) {
        super(city);
        this.lockstep = lockstep;
    }

    @Override
    public void observe(Observation seen) {
        super.observe(seen);
        lockstep.arrived();
    }

    @Override
    public void acknowledge(Acknowledgement said) {
        super.acknowledge(said);
        lockstep.arrived();
    }

    @Override
    public void refuse(DeadLetter letter) {
        super.refuse(letter);
        lockstep.fail("the city could not read what a device sent: " + letter);
    }

    /** This demo keeps nothing, so nothing has to be waited for; and the city's thread waits for the devices meanwhile. */
    @Override
    public void kept(Work work) {
        try {
            work.run();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
