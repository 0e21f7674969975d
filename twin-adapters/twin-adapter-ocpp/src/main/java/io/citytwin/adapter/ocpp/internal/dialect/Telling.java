package io.citytwin.adapter.ocpp.internal.dialect;

import io.citytwin.core.asset.EvseStatus;
import io.citytwin.core.privacy.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes what one call of a station tells. For one thread at a time. */
public interface Telling {

    /**
     * The city's time.
     *
     * @return when the call came
     */
    Instant now();

    /**
     * How often the station shall show that it is there.
     *
     * @return whole seconds
     */
    Duration heartbeat();

    /**
     * The station's identity.
     *
     * @return as it logged in
     */
    String identity();

    /**
     * The status of a plug.
     *
     * @param number of the plug; 0 for the station as a whole
     * @param cable of the plug
     * @param status what it does
     * @param at since when
     */
    void status(int number, int cable, EvseStatus status, Instant at);

    /**
     * What a meter showed.
     *
     * @param number of the plug; 0 for the station's main meter
     * @param session that it belongs to, which tells the cable
     * @param reading the numbers
     * @param at when
     */
    void reading(int number, Optional<String> session, MeterReading reading, Instant at);

    /**
     * A session begins; the same again changes nothing.
     *
     * @param session its name
     * @param number of the plug
     * @param cable of the plug
     * @param at since when
     * @param energy what the meter showed, in kWh
     */
    void begun(String session, int number, int cable, Instant at, Optional<BigDecimal> energy);

    /**
     * A session ends; the same again changes nothing.
     *
     * @param session its name
     * @param at since when
     * @param energy what the meter showed, in kWh
     */
    void ended(String session, Instant at, Optional<BigDecimal> energy);

    /**
     * The plug of a session.
     *
     * @param session its name
     * @return its number; empty if nobody knows of the session
     */
    Optional<Integer> numberOf(String session);

    /**
     * Whether somebody may charge.
     *
     * @param token what was held to the station
     * @return true if so
     */
    boolean allows(Secret token);

    /**
     * A value that cannot be used.
     *
     * @param reason one sentence
     */
    void bad(String reason);
}
