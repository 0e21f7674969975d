package io.citytwin.core.spi;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.time.CityClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A context that is another one, but for what a subclass does otherwise: for adapters that host others. Safe for use by
 * many threads.
 */
public abstract class ForwardingAdapterContext implements AdapterContext {

    private final AdapterContext context;

    /**
     * Over another one.
     *
     * @param context does what is not overridden
     */
    protected ForwardingAdapterContext(AdapterContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return context.name();
    }

    @Override
    public CityClock clock() {
        return context.clock();
    }

    @Override
    public List<Twin> twins() {
        return context.twins();
    }

    @Override
    public Optional<String> position() {
        return context.position();
    }

    @Override
    public List<Commanded> commanded() {
        return context.commanded();
    }

    @Override
    public void observe(Observation observation) {
        context.observe(observation);
    }

    @Override
    public void acknowledge(Acknowledgement acknowledgement) {
        context.acknowledge(acknowledgement);
    }

    @Override
    public void passed(Passage passage) {
        context.passed(passage);
    }

    @Override
    public void refuse(DeadLetter letter) {
        context.refuse(letter);
    }

    @Override
    public void kept(Work work) {
        context.kept(work);
    }

    @Override
    public MeterRegistry meters() {
        return context.meters();
    }

    @Override
    public Executor executor() {
        return context.executor();
    }

    @Override
    public void at(Instant moment, Work work) {
        context.at(moment, work);
    }
}
