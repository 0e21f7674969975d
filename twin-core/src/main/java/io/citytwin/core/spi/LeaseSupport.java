package io.citytwin.core.spi;

/** Whether devices take their safe value by themselves when a lease ends. Immutable. */
public enum LeaseSupport {
    /** The device keeps the lease. */
    DEVICE,
    /** Nobody does: a device that no longer hears from the city stays as it was asked last. */
    NONE
}
