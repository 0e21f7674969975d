package io.citytwin.adapter.ditto;

import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.adapter.ditto.internal.link.Web;
import java.time.Duration;
import java.util.Set;

/** What speaks with a Ditto, from its opening to its end. Safe for use by many threads. */
interface Wire extends AutoCloseable {

    /** How long a start waits for the first session, and a barrier for what was written; then they go on without. */
    Duration PATIENCE = Duration.ofSeconds(20);

    /** A session with events and messages of some namespaces; of all if there are none. */
    Link link(Set<String> namespaces);

    /** The way through HTTP. */
    Web web();

    /** Ends all of it but the links. */
    @Override
    void close();
}
