package io.citytwin.adapter.dittoembedded.internal.twin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFieldSelector;
import org.eclipse.ditto.things.model.ThingId;

/**
 * All Things. A command is checked against the policy, the preconditions and the limits, written into the journal,
 * applied and told, in this order; commands on one Thing take turns. Safe for use by many threads.
 */
public interface Things {

    /**
     * Does what a command says.
     *
     * @param caller who asks
     * @param command what
     * @return the answer; its status is never an error
     * @throws org.eclipse.ditto.base.model.exceptions.DittoRuntimeException the refusal as Ditto words it
     */
    Reply execute(Caller caller, ThingCommand command);

    /**
     * Reads several Things; those that are not there, or not to be seen, are left out.
     *
     * @param caller who asks
     * @param things which, in the order of the answer
     * @param fields what to read; empty for all
     * @param headers of the command
     * @return 200 with a JSON array
     */
    Reply retrieve(Caller caller, List<ThingId> things, Optional<JsonFieldSelector> fields, DittoHeaders headers);

    /**
     * A Thing without any check.
     *
     * @param thing which
     * @return as it is
     */
    Optional<StoredThing> find(ThingId thing);

    /**
     * All Things without any check.
     *
     * @return sorted by id
     */
    Stream<StoredThing> all();

    /**
     * The Things of some namespaces without any check, from somewhere on: the others cost nothing.
     *
     * @param namespaces empty for all
     * @param after an id; those up to it are left out
     * @return sorted by id
     */
    default Stream<StoredThing> all(Set<String> namespaces, Optional<String> after) {
        return all().filter(thing ->
                        namespaces.isEmpty() || namespaces.contains(thing.id().getNamespace()))
                .filter(thing -> after.isEmpty() || thing.id().toString().compareTo(after.get()) > 0);
    }

    /**
     * Tells each event once, in the order of revisions for each Thing, on the thread of the command, before its answer.
     *
     * @param listener quick; it must not write
     * @return closing it ends the telling
     */
    Subscription subscribe(Consumer<ThingEvent> listener);

    /** A subscription to events. Safe for use by many threads. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
