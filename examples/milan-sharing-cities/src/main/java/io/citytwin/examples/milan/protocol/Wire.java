package io.citytwin.examples.milan.protocol;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import java.util.Optional;

/** The devices' end of one protocol. Safe for use by many threads. */
interface Wire extends AutoCloseable {

    /** What a device is told by its protocol. */
    interface Device {

        /** A command has come in. */
        void take(Directive directive, Optional<Lease> lease);
    }

    /** Whether the device of a twin speaks this protocol. */
    boolean carries(TwinId twin);

    /** Connects, and brings commands to devices from then on. */
    void open(Device devices);

    /** A device says something; true if its protocol has words for it and the city will hear it now. */
    boolean tell(Observation seen);

    /** A device answers a directive that came in over this wire. */
    void answer(Directive directive, Acknowledgement said);

    /**
     * The city is about to ask something. What comes over the wire must say the same; only the directive's id and cause
     * are taken from here, as no protocol carries them all.
     */
    void expect(Directive directive, Optional<Lease> lease);

    @Override
    void close();
}
