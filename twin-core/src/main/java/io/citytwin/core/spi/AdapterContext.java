package io.citytwin.core.spi;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.time.CityClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What the city offers to an adapter. Safe for use by many threads. */
public interface AdapterContext {

    /**
     * The name of the adapter that this is for.
     *
     * @return the source of its observations and dead letters
     */
    String name();

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
     * Reports a value. What makes no sense is kept as a dead letter with its reason. Saying again what was said last of
     * the same moment says nothing, as long as that was not long ago.
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
     * An observation of this adapter.
     *
     * @param twin whose property it is
     * @param property the property's name, such as {@code power}
     * @param value in any unit of the property's kind
     * @param measuredAt when it was true
     * @return received now, of good quality, with the adapter's name as its source
     */
    default Observation seen(TwinId twin, String property, Value value, Instant measuredAt) {
        return new Observation(twin, property, Optional.of(value), measuredAt, clock().now(), name(), Quality.GOOD);
    }

    /**
     * Reports what a text says. If it cannot be read, or was measured at a time that {@link ClockSkew#USUAL} does not
     * believe, the text is kept as a dead letter, without what {@link io.citytwin.core.privacy.Redaction#standard} hides.
     *
     * @param text as it came
     * @param reading what it says; may throw
     */
    default void report(String text, Supplier<Observation> reading) {
        Payloads.read(text, reading, this);
    }

    /**
     * Reports all that a payload said, and keeps what could not be read of it.
     *
     * @param mapped what a mapper made of it
     */
    default void report(PayloadMapper.Mapped mapped) {
        mapped.observations().forEach(this::observe);
        mapped.refused().forEach(this::refuse);
    }

    /**
     * Runs work once all that was reported before this call is in the journal, so that a source is told only then that it
     * need not say it again. In real time the city writes soon for that; in virtual time the work waits for the end of the
     * step. It never runs if the process ends before, and may run after {@link DeviceAdapter#stop}.
     *
     * @param work short; one piece at a time, in the order of calls
     */
    void kept(Work work);

    /**
     * Where the adapter counts what it does; names begin with {@code citytwin.adapter.} and its kind.
     *
     * @return the city's registry, or one that nobody reads
     */
    MeterRegistry meters();

    /**
     * For work that waits for others, such as asking a server. One piece at a time, in the order of calls, on the thread
     * that brings directives to this adapter; in virtual time on the caller's thread.
     *
     * @return refuses work with {@link java.util.concurrent.RejectedExecutionException} if too much waits already
     */
    Executor executor();

    /**
     * Runs work at a moment of the city's time, in the order of moments and, at one moment, of calls.
     *
     * @param moment not before the present one
     * @param work short; it may call this context
     */
    void at(Instant moment, Work work);
}
