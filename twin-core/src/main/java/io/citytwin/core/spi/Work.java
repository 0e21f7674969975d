package io.citytwin.core.spi;

/**
 * What an adapter lets its city do. Whatever it throws is kept as a dead letter of the adapter and stops nobody else. For
 * one thread at a time.
 */
@FunctionalInterface
public interface Work {

    /**
     * Does it.
     *
     * @throws Exception if it fails
     */
    void run() throws Exception;
}
