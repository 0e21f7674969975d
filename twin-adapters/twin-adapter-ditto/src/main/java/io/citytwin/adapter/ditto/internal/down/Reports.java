package io.citytwin.adapter.ditto.internal.down;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.thing.ThingForm;
import io.citytwin.core.thing.ThingReading;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Sorts what a Thing says: values of devices go to the city once, answers to the courier, wishes to the arbiter. The
 * inventory belongs to the graph: what somebody else writes there is counted and not taken. Safe for use by many threads.
 */
public final class Reports {

    private static final String MARK = "citytwin";
    private static final int MOST_SHOWN = 500;

    private final ThingForm form;
    private final Predicate<Twin> devices;
    private final Delivery delivery;
    private final Courier courier;
    private final Arbiter arbiter;
    private final Counts counts;
    private final String source;
    private final Map<TwinId, Map<String, Observation>> told = new HashMap<>();

    /**
     * A sorter.
     *
     * @param form of Things
     * @param speaking where values come from, and whose devices speak Ditto
     * @param delivery to the city
     * @param courier takes answers
     * @param judging takes wishes and counts
     */
    public Reports(ThingForm form, Speaking speaking, Delivery delivery, Courier courier, Judging judging) {
        this.form = form;
        this.source = speaking.source();
        this.devices = speaking.devices();
        this.delivery = delivery;
        this.courier = courier;
        this.arbiter = judging.arbiter();
        this.counts = judging.counts();
    }

    /** Takes a part of a Thing, or the whole of it as it was read. */
    synchronized void take(Twin twin, JsonNode thing, boolean whole) {
        Instant now = delivery.context().clock().now();
        ThingReading reading;
        try {
            reading = form.read(twin.id(), twin.type(), withoutOurs(thing, whole), now, source);
        } catch (RuntimeException nonsense) {
            refuse(twin.id() + " " + thing, String.valueOf(nonsense.getMessage()));
            return;
        }
        reading.problems().forEach(this::refuse);
        reading.observations().forEach(observation -> observe(twin, observation, whole));
        reading.answers().forEach(courier::answered);
        arbiter.saw(twin.id(), reading.wishes(), whole);
        if (!whole) {
            reading.own().forEach((property, value) -> {
                if (!twin.value(property).equals(value)) {
                    counts.add(Counts.Kind.FOREIGN_OWN);
                }
            });
        }
    }

    // Attributes are the graph's own. In a whole Thing there may be anybody's, and they are no matter of ours.
    private static JsonNode withoutOurs(JsonNode thing, boolean whole) {
        if (!(thing.path("attributes") instanceof ObjectNode)) {
            return thing;
        }
        ObjectNode rest = thing.deepCopy();
        if (whole) {
            rest.remove("attributes");
        } else {
            rest.withObject("/attributes").remove(MARK);
        }
        return rest;
    }

    synchronized void forget(TwinId thing) {
        told.remove(thing);
    }

    private void observe(Twin twin, Observation observation, boolean whole) {
        if (!devices.test(twin)) {
            if (!whole) {
                counts.add(Counts.Kind.FOREIGN_OWN);
            }
            return;
        }
        Map<String, Observation> before = told.computeIfAbsent(twin.id(), id -> new HashMap<>());
        Observation last = before.get(observation.property());
        if (last == null || !repeats(last, observation, whole)) {
            before.put(observation.property(), observation);
            delivery.observe(observation);
        }
    }

    // Who reads a Thing again finds values without a time of measuring, which were told when they came.
    private static boolean repeats(Observation last, Observation now, boolean whole) {
        boolean untimed = whole && now.measuredAt().equals(now.receivedAt());
        return last.value().equals(now.value())
                && last.quality() == now.quality()
                && last.source().equals(now.source())
                && (untimed || last.measuredAt().equals(now.measuredAt()));
    }

    /** Keeps what makes no sense. */
    void refuse(String text, String reason) {
        String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) : text;
        refuse(new DeadLetter(
                source,
                CoreError.DEVICE.id(),
                reason,
                shown,
                delivery.context().clock().now()));
    }

    private void refuse(DeadLetter letter) {
        counts.add(Counts.Kind.REFUSED);
        delivery.context().refuse(letter);
    }

    /**
     * Whose devices speak. Immutable.
     *
     * @param source of values whose Thing tells none
     * @param devices whether a twin's device speaks Ditto
     */
    public record Speaking(String source, Predicate<Twin> devices) {}

    /**
     * Who judges. Immutable.
     *
     * @param arbiter of wishes
     * @param counts of the rest
     */
    public record Judging(Arbiter arbiter, Counts counts) {}
}
