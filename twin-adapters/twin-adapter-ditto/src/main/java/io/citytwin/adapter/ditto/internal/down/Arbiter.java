package io.citytwin.adapter.ditto.internal.down;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.adapter.ditto.internal.link.Request;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.thing.ThingForm;
import io.citytwin.core.thing.ThingReading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the city desires is the engine's to say. Where somebody else said something, the engine's present wish is written
 * again, at most once per actuator and pause, and only if it is not there. Safe for use by many threads.
 */
public final class Arbiter {

    private static final Logger LOG = LoggerFactory.getLogger(Arbiter.class);
    private static final String DESIRED = "features/" + ThingForm.STATE + "/desiredProperties/";

    private final Link link;
    private final ThingForm form;
    private final Courier courier;
    private final AdapterContext context;
    private final Counts counts;
    private final Duration pause;
    private final Map<Courier.Aim, Truce> truces = new HashMap<>();

    /**
     * An arbiter.
     *
     * @param link to write with
     * @param form of Things
     * @param courier who knows the engine's wishes
     * @param delivery to the city, whose clock counts
     * @param rules how often and how it is counted
     */
    public Arbiter(Link link, ThingForm form, Courier courier, Delivery delivery, Rules rules) {
        this.link = link;
        this.form = form;
        this.courier = courier;
        this.context = delivery.context();
        this.counts = rules.counts();
        this.pause = rules.pause();
    }

    /** Looks at wishes that came from another session, or that were found in a Thing. */
    void saw(TwinId twin, Map<String, ThingReading.Wish> wishes, boolean whole) {
        wishes.forEach((property, wish) -> {
            Optional<Directive> ours = courier.latest(twin, property);
            boolean leftFromBefore = whole && ours.isEmpty() && wish.directive().isPresent();
            boolean known = wish.directive().filter(courier::issued).isPresent();
            if (!leftFromBefore && !matches(ours, wish) && !(whole && known)) {
                foreign(new Courier.Aim(twin, property), wish);
            }
        });
        if (whole) {
            courier.latest(twin).stream()
                    .filter(directive -> !wishes.containsKey(directive.property()))
                    .forEach(directive -> restore(Courier.Aim.of(directive)));
        }
    }

    private static boolean matches(Optional<Directive> ours, ThingReading.Wish wish) {
        return ours.isEmpty()
                ? wish.value().isEmpty()
                : wish.value().filter(ours.get().value()::equals).isPresent()
                        && wish.directive().filter(ours.get().id()::equals).isPresent();
    }

    private void foreign(Courier.Aim aim, ThingReading.Wish wish) {
        counts.add(Counts.Kind.FOREIGN_WISH);
        Instant now = context.clock().now();
        boolean atOnce;
        synchronized (this) {
            Truce truce = truces.computeIfAbsent(aim, each -> {
                LOG.warn(
                        "`{}` of `{}` was desired by somebody else; the city's wish is written again.",
                        aim.property(),
                        aim.twin());
                return new Truce();
            });
            LOG.debug("`{}` of `{}` was desired to be {}.", aim.property(), aim.twin(), wish.value());
            atOnce = truce.until.compareTo(now) <= 0;
            if (!atOnce && truce.planned) {
                return;
            }
            truce.planned = !atOnce;
            if (!atOnce) {
                context.at(truce.until, () -> again(aim, truce));
                return;
            }
            truce.until = now.plus(pause);
        }
        restore(aim);
    }

    private void again(Courier.Aim aim, Truce truce) {
        synchronized (this) {
            truce.planned = false;
            truce.until = context.clock().now().plus(pause);
        }
        restore(aim);
    }

    private void restore(Courier.Aim aim) {
        Optional<Directive> ours = courier.latest(aim.twin(), aim.property());
        ObjectNode patch =
                ours.map(directive -> form.desired(List.of(directive))).orElseGet(() -> nothing(aim));
        Map<String, String> headers = Map.of(
                "condition",
                ours.map(directive -> differs(directive, patch)).orElse("exists(" + DESIRED + aim.property() + ")"));
        var unused = link.send(new Request(aim.twin(), Request.Action.MERGE, "/", Optional.of(patch), headers))
                .whenComplete((answer, lost) -> {
                    if (lost == null && answer.done()) {
                        counts.add(Counts.Kind.RESTORED);
                    }
                });
    }

    private static String differs(Directive ours, ObjectNode patch) {
        JsonNode value = patch.at("/" + DESIRED + ours.property());
        String other = "ne(" + DESIRED + "directive/" + ours.property() + "/id,\"" + ours.id() + "\")";
        return value.isValueNode()
                ? "or(ne(" + DESIRED + ours.property() + "," + value + ")," + other + ")"
                : "or(exists(thingId)," + other + ")";
    }

    private static ObjectNode nothing(Courier.Aim aim) {
        ObjectNode wishes = JsonNodeFactory.instance.objectNode();
        wishes.putNull(aim.property());
        wishes.putObject("directive").putNull(aim.property());
        return (ObjectNode) Patches.at("/" + DESIRED.substring(0, DESIRED.length() - 1), wishes);
    }

    private static final class Truce {
        private Instant until = Instant.MIN;
        private boolean planned;
    }

    /**
     * How an arbiter works. Immutable.
     *
     * @param pause between two writings of one actuator
     * @param counts of what it saw and did
     */
    public record Rules(Duration pause, Counts counts) {}
}
