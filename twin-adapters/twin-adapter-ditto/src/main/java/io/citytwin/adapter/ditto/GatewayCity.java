package io.citytwin.adapter.ditto;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.Commanded;
import io.citytwin.core.spi.ForwardingAdapterContext;
import io.citytwin.core.spi.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The city, as the adapter that a gateway hosts sees it: what it keeps is Ditto's. Safe for use by many threads. */
final class GatewayCity extends ForwardingAdapterContext {

    private final GatewaySession session;
    private final String name;

    /**
     * A city.
     *
     * @param session takes what is reported
     * @param host where the gateway runs
     * @param name of the hosted adapter
     */
    GatewayCity(GatewaySession session, AdapterContext host, String name) {
        super(host);
        this.session = session;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Twin> twins() {
        return session.twins();
    }

    @Override
    public Optional<String> position() {
        return Optional.empty();
    }

    @Override
    public List<Commanded> commanded() {
        return List.of();
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
    public void kept(Work work) {
        session.kept(work);
    }

    @Override
    public void at(Instant moment, Work work) {
        session.at(moment, work);
    }
}
