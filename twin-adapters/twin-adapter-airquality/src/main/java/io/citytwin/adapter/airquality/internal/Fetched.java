package io.citytwin.adapter.airquality.internal;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a source answered. Immutable.
 *
 * @param content empty if nothing has changed since
 * @param version by which it tells whether something changes from now on
 */
public record Fetched(Optional<ByteBuffer> content, Version version) {

    /**
     * How a source names what it says: tag and time of an answer, size and time of a file. Immutable.
     *
     * @param tag the tag of an answer or the size of a file; may be empty
     * @param modified when it was changed, as the source writes it; may be empty
     */
    public record Version(String tag, String modified) {

        /** Of a source that was never asked. */
        public static final Version NONE = new Version("", "");
    }
}
