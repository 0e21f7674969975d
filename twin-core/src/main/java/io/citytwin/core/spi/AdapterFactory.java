package io.citytwin.core.spi;

import java.util.Optional;

/**
 * Makes adapters of one kind from what a file says, found by {@link java.util.ServiceLoader}. Safe for use by many threads.
 */
public interface AdapterFactory {

    /**
     * The word in a file that asks for this kind.
     *
     * @return lower case, such as {@code mqtt}
     */
    String kind();

    /**
     * What a file may say.
     *
     * @return a JSON Schema, draft 2020-12, of one object, without {@code kind}; it names each key that is allowed
     */
    String schema();

    /**
     * Makes an adapter. Nothing is connected, and no file but those that the settings name is read.
     *
     * @param settings valid under {@link #schema}; told of all else that is wrong
     * @return an adapter that is not started; empty if something was refused
     */
    Optional<DeviceAdapter> create(AdapterSettings settings);
}
