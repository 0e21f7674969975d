package io.citytwin.core.spi;

import io.citytwin.core.model.Observation;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/**
 * Turns what a device sends into observations. It has no memory: the same payload always gives the same. Safe for use by
 * many threads.
 */
public interface PayloadMapper {

    /**
     * Reads a payload. Whatever stands in it, nothing is thrown: what cannot be read is refused.
     *
     * @param payload as it came
     * @return observations with unit, quality, source and the time of measuring, and what could not be read
     */
    Mapped map(Payload payload);

    /**
     * What a device sends. Immutable; the content is read-only.
     *
     * @param address where it was sent to or found, such as a topic or a file's name
     * @param content its bytes
     * @param receivedAt when it reached the adapter
     */
    record Payload(String address, ByteBuffer content, Instant receivedAt) {

        /** Lets nobody write into the content. */
        public Payload {
            content = content.asReadOnlyBuffer();
        }
    }

    /**
     * What a payload says. Immutable.
     *
     * @param observations in the order of the payload
     * @param refused what could not be read, each with its reason
     */
    record Mapped(List<Observation> observations, List<DeadLetter> refused) {

        /** Copies the lists. */
        public Mapped {
            observations = List.copyOf(observations);
            refused = List.copyOf(refused);
        }
    }
}
