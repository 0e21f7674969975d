package io.citytwin.adapter.tck;

import io.citytwin.core.model.Twin;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.SystemClock;
import java.util.List;

/**
 * The other side of an adapter: devices, or the server through which they speak, on loopback. Each test has its own. Safe
 * for use by many threads.
 */
public interface Peer extends AutoCloseable {

    /**
     * An adapter for this peer.
     *
     * @return a new one each time, not started
     */
    DeviceAdapter adapter();

    /**
     * The twins whose devices are here.
     *
     * @return with all twins that they relate to; the adapter serves at least one
     */
    List<Twin> twins();

    /**
     * The time that the city and this peer go by.
     *
     * @return the real one; or a {@link io.citytwin.core.time.VirtualClock}, which the contract advances
     */
    default CityClock clock() {
        return new SystemClock();
    }

    /**
     * What nobody may ever see.
     *
     * @return the secrets that the adapter was given
     */
    default List<Secret> secrets() {
        return List.of();
    }

    /** Ends it and leaves no thread behind. */
    @Override
    void close();
}
