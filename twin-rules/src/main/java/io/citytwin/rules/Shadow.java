package io.citytwin.rules;

/**
 * A candidate law that runs beside the one the city goes by, on the same inputs. Nothing that the city decides depends on
 * it; it is worked out by whoever asks for {@link #differences}, not by those who tell the engine of inputs. Not for
 * implementing outside this library.
 *
 * <p>Safe for use by many threads.
 */
public interface Shadow extends AutoCloseable {

    /** From when on the city goes by the candidate, in its shadow. */
    enum Since {
        /** From now on; what was decided before is the same for both. */
        NOW,
        /** From the first input on that is there. */
        START
    }

    /**
     * Names the candidate.
     *
     * @return its hash
     */
    String hash();

    /**
     * Follows the inputs up to now and compares.
     *
     * @return all differences so far
     * @throws io.citytwin.core.error.CityTwinException {@code R432} if it is closed
     */
    ShadowReport differences();

    /**
     * Lets the engine adopt the candidate, at the engine's own time, and closes the shadow.
     *
     * @return what changed
     * @throws io.citytwin.core.error.CityTwinException {@code R432} if it is closed
     */
    LawChange promote();

    /** Drops the candidate. */
    @Override
    void close();
}
