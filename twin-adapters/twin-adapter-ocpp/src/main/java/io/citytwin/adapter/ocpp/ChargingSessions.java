package io.citytwin.adapter.ocpp;

/** Is told of sessions. Safe for use by many threads. */
@FunctionalInterface
public interface ChargingSessions {

    /**
     * A session began or ended. Told once the readings that came with it are in the journal; the end may be told again
     * after a restart. It returns soon.
     *
     * @param session as it is now
     */
    void told(ChargingSession session);
}
