package io.citytwin.core.spi;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.time.CityClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the city offers to an adapter. Safe for use by many threads. */
public interface AdapterContext {

    /**
     * The city's time.
     *
     * @return the only clock that an adapter reads
     */
    CityClock clock();

    /**
     * The twins that the adapter serves, with what is their own; what was observed of them lately may be missing.
     *
     * @return all that are there now, sorted by id
     */
    List<Twin> twins();

    /**
     * Where the adapter was at the end of the last step that was kept.
     *
     * @return what {@link DeviceAdapter#position} said then; empty at the first start, and where nothing is kept
     */
    default Optional<String> position() {
        return Optional.empty();
    }

    /**
     * What the adapter was asked so far, by earlier runs as well.
     *
     * @return in the order in which it was issued; empty where nothing is kept
     */
    default List<Commanded> commanded() {
        return List.of();
    }

    /**
     * Reports a value. What makes no sense is kept as a dead letter with its reason.
     *
     * @param observation with unit, quality, source and the time it was measured
     */
    void observe(Observation observation);

    /**
     * Answers a directive.
     *
     * @param acknowledgement what the device says
     */
    void acknowledge(Acknowledgement acknowledgement);

    /**
     * Reports that a vehicle went through a gate. The same id again is the same passage.
     *
     * @param passage who, where and when
     */
    void passed(Passage passage);

    /**
     * Keeps what could not be read.
     *
     * @param letter as it came, with the reason
     */
    void refuse(DeadLetter letter);

    /**
     * Runs work at a moment of the city's time, in the order of moments and, at one moment, of calls.
     *
     * @param moment not before the present one
     * @param work short; it may call this context
     */
    void at(Instant moment, Runnable work);
}
