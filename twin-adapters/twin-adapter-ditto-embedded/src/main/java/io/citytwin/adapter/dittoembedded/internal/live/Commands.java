package io.citytwin.adapter.dittoembedded.internal.live;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.Reply;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingCommand;
import java.util.concurrent.CompletableFuture;

/**
 * Commands on Things with the acknowledgements that they request. {@code twin-persisted} alone is answered at once;
 * others are awaited and answered together. Safe for use by many threads.
 */
public interface Commands {

    /**
     * Does what a command says and awaits the acknowledgements in its {@code requested-acks}.
     *
     * @param caller who asks
     * @param command what
     * @return the answer; with other acknowledgements than {@code twin-persisted} its value is their aggregate, with
     *     status 200 or 424, and {@link Answer#acknowledged} is set; a refusal completes it exceptionally with a
     *     {@link org.eclipse.ditto.base.model.exceptions.DittoRuntimeException}
     */
    CompletableFuture<Answer> execute(Caller caller, ThingCommand command);

    /**
     * The answer to a command. Immutable.
     *
     * @param reply status, value and headers
     * @param acknowledged whether it aggregates acknowledgements, so that its topic is {@code .../acks}
     */
    record Answer(Reply reply, boolean acknowledged) {}
}
