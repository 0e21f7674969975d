package io.citytwin.adapter.mqtt;

import io.citytwin.core.spi.ClockSkew;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the messages of some topics are read. What is wrong in it is told when an adapter is made. Immutable.
 *
 * @param envelope who wraps the values
 * @param topic where devices report, such as {@code city/lamps/{lamp}/state}: a part in braces is a level with a name
 * @param share group of a shared subscription; empty if every message is for this adapter
 * @param qos of the subscription, 0 to 2; only from 1 on nothing is lost
 * @param format of the payload
 * @param largest bytes of a payload
 * @param about which twin
 * @param time when values were measured
 * @param quality how far values are trusted
 * @param values property to where its value stands
 */
public record MqttReport(
        Envelope envelope,
        String topic,
        Optional<String> share,
        int qos,
        Format format,
        int largest,
        About about,
        Time time,
        Grade quality,
        SortedMap<String, Reading> values) {

    /** Copies the values. */
    public MqttReport {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Who wraps what a device says. */
    public enum Envelope {
        /** Nobody: the payload is the device's own. */
        NONE,
        /** Eclipse Sparkplug B 3.0: protobuf with births, aliases and deaths. */
        SPARKPLUG_B,
        /** Uplinks of ChirpStack 4 as JSON. */
        CHIRPSTACK_V4,
        /** Uplinks of The Things Stack 3 as JSON. */
        THINGS_STACK_V3
    }

    /** What a payload is. */
    public enum Format {
        /** JSON in UTF-8. */
        JSON,
        /** Concise Binary Object Representation, RFC 8949. */
        CBOR,
        /** One value as text in UTF-8. */
        TEXT
    }

    /**
     * Which twin a message is about. Immutable.
     *
     * @param type of the twins, such as {@code LampPost}
     * @param template such as {@code milano:{lamp}}; what is in braces is a part of the topic, or a JSON pointer
     * @param devices id of a device to id of its twin, where no template leads there
     * @param codec name of a {@link PayloadCodec} for what a LoRaWAN server has not decoded
     */
    public record About(
            String type, Optional<String> template, SortedMap<String, String> devices, Optional<String> codec) {

        /** Copies the devices. */
        public About {
            devices = Collections.unmodifiableSortedMap(new TreeMap<>(devices));
        }
    }

    /**
     * When values were measured. Immutable.
     *
     * @param at JSON pointer; empty for the moment of receipt, or the time that an envelope tells
     * @param as how the time is written
     * @param skew which times are believed
     */
    public record Time(Optional<String> at, Clock as, ClockSkew skew) {}

    /** How a time is written. */
    public enum Clock {
        /** As ISO 8601 with an offset, such as {@code 2026-11-30T12:00:00Z}. */
        ISO,
        /** Seconds since 1970, also with decimals. */
        EPOCH_SECONDS,
        /** Milliseconds since 1970. */
        EPOCH_MILLIS
    }

    /**
     * How far values are trusted. Immutable.
     *
     * @param always the word for it; empty if the message says it
     * @param at JSON pointer to what the message says
     * @param words what the message says to the word for it: {@code good}, {@code uncertain} or {@code bad}
     */
    public record Grade(Optional<String> always, Optional<String> at, Map<String, String> words) {

        /** Measured and not doubted. */
        public static final Grade GOOD = new Grade(Optional.of("good"), Optional.empty(), Map.of());

        /** Copies the words. */
        public Grade {
            words = Map.copyOf(words);
        }
    }

    /**
     * Where the value of a property stands. Immutable.
     *
     * @param at JSON pointer, or name of a Sparkplug metric; empty for the whole of a text
     * @param unit symbol of the number's unit; it is converted to the property's own
     * @param scale what the number is multiplied by before
     * @param words what the message says to what the property holds
     * @param quoted whether the number stands in quotes
     * @param optional whether a message may come without it
     */
    public record Reading(
            String at,
            Optional<String> unit,
            BigDecimal scale,
            Map<String, String> words,
            boolean quoted,
            boolean optional) {

        /** Copies the words. */
        public Reading {
            words = Map.copyOf(words);
        }
    }
}
