package io.citytwin.adapter.ditto;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.Work;
import io.citytwin.core.time.CityClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The city, as the adapter that a gateway hosts sees it. Safe for use by many threads.
 *
 * @param session takes what it reports
 * @param host where the gateway runs
 * @param name of the hosted adapter
 */
record GatewayCity(GatewaySession session, AdapterContext host, String name) implements AdapterContext {

    @Override
    public CityClock clock() {
        return host.clock();
    }

    @Override
    public List<Twin> twins() {
        return session.twins();
    }

    @Override
    public void observe(Observation seen) {
        session.observe(seen);
    }

    @Override
    public void acknowledge(Acknowledgement said) {
        session.acknowledge(said);
    }

    @Override
    public void passed(Passage passage) {
        session.passed(passage);
    }

    @Override
    public void refuse(DeadLetter letter) {
        host.refuse(letter);
    }

    @Override
    public void kept(Work work) {
        session.kept(work);
    }

    @Override
    public MeterRegistry meters() {
        return host.meters();
    }

    @Override
    public Executor executor() {
        return host.executor();
    }

    @Override
    public void at(Instant moment, Work work) {
        session.at(moment, work);
    }
}
