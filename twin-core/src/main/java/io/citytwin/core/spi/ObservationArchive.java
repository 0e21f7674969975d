package io.citytwin.core.spi;

import java.nio.file.Path;

/** Reads a folder of recorded observations, found by {@link java.util.ServiceLoader}. Safe for use by many threads. */
public interface ObservationArchive {

    /**
     * Whether this archive knows the layout of a folder.
     *
     * @param folder any folder
     * @return true if {@link #open} can read it
     */
    boolean reads(Path folder);

    /**
     * Reads the whole folder. Rows that make no sense are kept in {@link Recording#refused()}, never dropped silently.
     *
     * @param folder a folder that {@link #reads} accepted
     * @return twins and observations
     * @throws io.citytwin.core.error.CityTwinException {@code C109} if a file cannot be read at all
     */
    Recording open(Path folder);
}
