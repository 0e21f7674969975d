package io.citytwin.adapter.dittoembedded.internal.live;

import io.citytwin.adapter.dittoembedded.internal.policy.Access;
import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import io.citytwin.adapter.dittoembedded.internal.twin.ThingEvent;
import java.util.Set;

/** A session that may hear of events and messages. It never blocks. Safe for use by many threads. */
public interface Member {

    /**
     * Who listens.
     *
     * @return its session is the name that no other one has
     */
    Caller caller();

    /**
     * Acknowledgements that only this session gives.
     *
     * @return labels
     */
    Set<String> declared();

    /**
     * Offers an event that another session caused.
     *
     * @param event what happened
     * @param access what the Thing's policy allows
     * @return false if it was not sent, because it is not to be seen or nobody asked for it
     */
    boolean offer(ThingEvent event, Access access);

    /**
     * Offers a message that another session sent.
     *
     * @param message what
     * @param access what the Thing's policy allows
     * @return false if it was not sent, because it is not to be seen or nobody asked for it
     */
    boolean offer(LiveMessage message, Access access);
}
