package io.citytwin.adapter.ocpp;

import java.time.Duration;

/**
 * How much is taken from stations, and how long they are waited for. Immutable.
 *
 * @param handshake how long a connection may take until it is a WebSocket
 * @param first how long the first message may take
 * @param heartbeat how often a station is told to show that it is there; one that says nothing for twice as long is cut off
 * @param answer how long a station may take to answer a call
 * @param absence how long a station may be away before that is a problem
 * @param messageBytes how long a message may be
 * @param connections how many there may be
 * @param callsPerSecond how many messages of one station are read in a second; the others wait in its own connection
 */
public record OcppLimits(
        Duration handshake,
        Duration first,
        Duration heartbeat,
        Duration answer,
        Duration absence,
        int messageBytes,
        int connections,
        int callsPerSecond) {

    /** For stations in a city: 10 s, 1 min, 5 min, 30 s, 2 min, 128 KiB, 5 000 connections, 50 messages. */
    public static final OcppLimits USUAL = new OcppLimits(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            128 * 1_024,
            5_000,
            50);

    /**
     * The same with another heartbeat.
     *
     * @param every whole seconds
     * @return a copy
     */
    public OcppLimits heartbeat(Duration every) {
        return new OcppLimits(handshake, first, every, answer, absence, messageBytes, connections, callsPerSecond);
    }

    /**
     * The same with another patience for answers.
     *
     * @param most how long a station may take to answer a call
     * @return a copy
     */
    public OcppLimits answer(Duration most) {
        return new OcppLimits(handshake, first, heartbeat, most, absence, messageBytes, connections, callsPerSecond);
    }

    /**
     * The same with another patience for stations that are away.
     *
     * @param most how long a station may be away before that is a problem
     * @return a copy
     */
    public OcppLimits absence(Duration most) {
        return new OcppLimits(handshake, first, heartbeat, answer, most, messageBytes, connections, callsPerSecond);
    }

    /**
     * The same with another patience for beginnings.
     *
     * @param shake how long a connection may take until it is a WebSocket
     * @param message how long the first message may take
     * @return a copy
     */
    public OcppLimits beginning(Duration shake, Duration message) {
        return new OcppLimits(shake, message, heartbeat, answer, absence, messageBytes, connections, callsPerSecond);
    }
}
