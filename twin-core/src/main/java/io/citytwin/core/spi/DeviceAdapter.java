package io.citytwin.core.spi;

import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import java.util.List;
import java.util.Optional;

/**
 * Speaks with the devices of one protocol. Observations go up and directives come down; between them nothing is known of
 * law. Safe for use by many threads.
 */
public interface DeviceAdapter {

    /**
     * Names the adapter in observations, logs and health.
     *
     * @return such as {@code mqtt}
     */
    String name();

    /**
     * Whether the device of a twin is behind this adapter.
     *
     * @param twin any twin
     * @return true if it reports for the twin and takes its directives
     */
    boolean serves(Twin twin);

    /**
     * Begins to report. A source that cannot be reached is no failure: it is tried again, and {@link #health} tells so.
     *
     * @param context where to report to
     * @throws Exception if it can never report; the city goes on without it
     */
    void start(AdapterContext context) throws Exception;

    /**
     * Asks a device to take a value. Returns at once; the answer goes to {@link AdapterContext#acknowledge}. The same
     * directive may come again if no answer came, and is then answered again without acting twice. Left out where devices
     * take nothing: the city then takes that for a refusal.
     *
     * @param directive for a twin that this adapter serves
     */
    default void command(Directive directive) {
        throw new UnsupportedOperationException("its devices take no directives");
    }

    /**
     * Asks a device to take a value until a lease ends, if {@link #leaseSupport} says that devices keep leases. The same
     * directive with a later lease renews it.
     *
     * @param directive for a twin that this adapter serves
     * @param lease when the device takes its safe value by itself
     */
    default void command(Directive directive, Lease lease) {
        command(directive);
    }

    /**
     * Whether the devices keep leases by themselves.
     *
     * @return {@link LeaseSupport#NONE} unless the adapter says otherwise
     */
    default LeaseSupport leaseSupport() {
        return LeaseSupport.NONE;
    }

    /**
     * How far the adapter has read its source, so that it can go on there after a restart. It is kept with all that was
     * reported by then, or not at all. Called at the end of each step, between the adapter's own calls.
     *
     * @return text that only the adapter understands, given back by {@link AdapterContext#position}; empty if there is
     *     nothing to go on from
     */
    default Optional<String> position() {
        return Optional.empty();
    }

    /**
     * What somebody has to look at. Called often; it only tells what is known already.
     *
     * @return empty if all is well
     */
    default List<AdapterProblem> health() {
        return List.of();
    }

    /** Stops reporting. Leaves no thread behind; left out where nothing is held. Stopping again changes nothing. */
    default void stop() {
        // nothing is held
    }
}
