package io.citytwin.adapter.mqtt;

import io.citytwin.core.privacy.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The broker that devices speak through, and how to hold on to it. Immutable.
 *
 * @param host name or address
 * @param port such as 1883, or 8883 with TLS
 * @param version which MQTT is spoken
 * @param client the client identifier; the broker keeps messages for it while the city is away, so it stays the same
 * @param login who the city is; empty if the broker lets everybody in
 * @param tls how the line is protected; empty if it is not
 * @param session what the broker keeps, and how often it is tried again
 * @param status topic of a retained {@code online} or {@code offline}, which the broker sends if the city is cut off; empty
 *     for none
 */
public record MqttBroker(
        String host,
        int port,
        Version version,
        String client,
        Optional<Login> login,
        Optional<Tls> tls,
        Session session,
        Optional<String> status) {

    /** The versions of MQTT. */
    public enum Version {
        /** MQTT 3.1.1. */
        V3,
        /** MQTT 5. */
        V5
    }

    /**
     * Who the city is. Immutable.
     *
     * @param user name
     * @param password hidden everywhere
     */
    public record Login(String user, Secret password) {}

    /**
     * How a line is protected. Stores are PKCS #12 files, whose password is given with them; without one, the file is PEM.
     * Immutable.
     *
     * @param trust whom to trust; empty for the authorities that the Java machine trusts
     * @param trustPassword of a store; empty for a PEM file of certificates
     * @param key store with the city's own certificate and key; empty if the broker asks for none
     * @param keyPassword of that store
     */
    public record Tls(
            Optional<Path> trust, Optional<Secret> trustPassword, Optional<Path> key, Optional<Secret> keyPassword) {}

    /**
     * What the broker keeps for the city, and how often it is tried again. Immutable.
     *
     * @param expiry how long the broker keeps what nobody fetched; brokers of MQTT 3.1.1 decide that themselves
     * @param receiveMaximum how many messages a broker of MQTT 5 may send before the first is acknowledged, and how many are
     *     in work; empty for 65,535 and 10,000. A broker that sends more than it was told is cut off, as Mosquitto 2.0.11 is
     * @param largestPacket bytes of a packet; a broker of MQTT 5 throws larger ones away, which nobody hears of
     * @param keepAlive how often the line is tried while nothing is said
     * @param connectTimeout how long a broker may take to answer a connection
     * @param firstRetry the first pause between two attempts; each next is twice as long
     * @param longestRetry the longest pause
     */
    public record Session(
            Duration expiry,
            OptionalInt receiveMaximum,
            int largestPacket,
            Duration keepAlive,
            Duration connectTimeout,
            Duration firstRetry,
            Duration longestRetry) {

        /** A week, the broker's window, packets of 256 KiB, tried again after a second up to two minutes. */
        public static final Session USUAL = new Session(
                Duration.ofDays(7),
                OptionalInt.empty(),
                256 * 1024,
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMinutes(2));
    }

    /**
     * A broker of MQTT 5 that lets everybody in.
     *
     * @param host name or address
     * @param port such as 1883
     * @param client the client identifier
     * @return without login, TLS and status topic
     */
    public static MqttBroker of(String host, int port, String client) {
        return new MqttBroker(
                host, port, Version.V5, client, Optional.empty(), Optional.empty(), Session.USUAL, Optional.empty());
    }
}
