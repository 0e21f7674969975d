package io.citytwin.adapter.tck;

import io.citytwin.core.model.Observation;
import java.time.Instant;

/** A peer whose devices report. Safe for use by many threads. */
public interface ReportingPeer extends Peer {

    /**
     * A device tells something, measured at a moment. Returns when it is on its way.
     *
     * @param number two tellings with different numbers have different values; a number told again at the same moment is
     *     the same telling again
     * @param measuredAt whole seconds
     * @return what the city should hear; its time of receipt does not matter
     */
    Observation tell(int number, Instant measuredAt);

    /**
     * A device tells what nobody can read, as the protocol lets it do so.
     *
     * @return words that the dead letter's text should contain
     */
    String tellNonsense();
}
