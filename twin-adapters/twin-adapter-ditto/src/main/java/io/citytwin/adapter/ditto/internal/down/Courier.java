package io.citytwin.adapter.ditto.internal.down;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.link.Answer;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.thing.ThingForm;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Brings directives to devices: the latest of each actuator as a desired property, and as a live message until it is
 * answered. Safe for use by many threads.
 */
public final class Courier {

    /** Where devices take directives. */
    public static final String INBOX = "/features/" + ThingForm.STATE + "/inbox/messages/directive";

    // A message that waits for its reply is an entry in a map: a city's worth of devices may answer slowly.
    private static final int WINDOW = 16_384;
    private static final int REMEMBERED = 10_000;
    private static final String PATIENCE_SECONDS = "30";

    private final Link link;
    private final ThingForm form;
    private final Uplink uplink;
    private final Delivery delivery;
    private final Counts counts;
    private final Map<Aim, Directive> latest = new HashMap<>();
    private final Set<Aim> unsettled = new LinkedHashSet<>();
    private final Map<String, CompletableFuture<Void>> underway = new HashMap<>();
    private final Map<String, Boolean> issued = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * A courier.
     *
     * @param link for live messages
     * @param form of Things
     * @param uplink for desired properties; it keeps them while there is no connection
     * @param delivery of answers
     * @param counts of what was not answered
     */
    public Courier(Link link, ThingForm form, Uplink uplink, Delivery delivery, Counts counts) {
        this.link = link;
        this.form = form;
        this.uplink = uplink;
        this.delivery = delivery;
        this.counts = counts;
    }

    /**
     * Takes a directive; the same one again is sent again, unless its message still waits for the answer.
     *
     * @param directive for a twin whose device speaks Ditto
     */
    public void command(Directive directive) {
        Aim aim = Aim.of(directive);
        synchronized (this) {
            latest.put(aim, directive);
            issued.put(directive.id(), true);
            unsettled.remove(aim);
            unsettled.add(aim);
        }
        uplink.offer(directive.twin(), form.desired(List.of(directive)));
        resume();
    }

    /** Sends what was not answered yet, such as after a connection came back. */
    public void resume() {
        for (Directive directive : due()) {
            var unused = link.send(message(directive)).whenComplete((answer, lost) -> replied(directive, answer, lost));
        }
    }

    /**
     * Takes an answer that a device wrote as a property.
     *
     * @param answer to a directive; others than those of this city are left alone
     */
    public void answered(Acknowledgement answer) {
        synchronized (this) {
            boolean open = unsettled.removeIf(
                    aim -> latest.containsKey(aim) && latest.get(aim).id().equals(answer.directive()));
            if (!open) {
                return;
            }
        }
        delivery.acknowledge(answer);
    }

    synchronized Optional<Directive> latest(TwinId twin, String property) {
        return Optional.ofNullable(latest.get(new Aim(twin, property)));
    }

    synchronized List<Directive> latest(TwinId twin) {
        return latest.values().stream()
                .filter(directive -> directive.twin().equals(twin))
                .toList();
    }

    synchronized boolean issued(String directive) {
        return issued.containsKey(directive);
    }

    /**
     * Waits for the answer to a message.
     *
     * @param directive its id
     * @return completes when no message with it is on its way any more, and its answer was handed to the city
     */
    public synchronized CompletableFuture<Void> ended(String directive) {
        return underway.getOrDefault(directive, CompletableFuture.completedFuture(null));
    }

    /**
     * How many actuators wait for an answer.
     *
     * @return from 0
     */
    public synchronized int waiting() {
        return unsettled.size();
    }

    // Taken out of the queue before they are sent, so that two threads never send one twice.
    private synchronized List<Directive> due() {
        List<Directive> due = new ArrayList<>();
        if (!link.connected()) {
            return due;
        }
        for (Aim aim : unsettled) {
            Directive directive = latest.get(aim);
            if (underway.size() >= WINDOW) {
                break;
            } else if (directive != null && !underway.containsKey(directive.id())) {
                underway.put(directive.id(), new CompletableFuture<>());
                due.add(directive);
            }
        }
        return due;
    }

    private Link.Message message(Directive directive) {
        Map<String, String> headers = Map.of(
                "correlation-id",
                directive.id(),
                "timeout",
                PATIENCE_SECONDS,
                "response-required",
                "true",
                "content-type",
                "application/json");
        return new Link.Message(directive.twin(), INBOX, Optional.of(payload(directive)), headers);
    }

    private ObjectNode payload(Directive directive) {
        JsonNode wishes = form.desired(List.of(directive))
                .path("features")
                .path(ThingForm.STATE)
                .path("desiredProperties");
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("id", directive.id());
        payload.put("property", directive.property());
        payload.set("value", wishes.path(directive.property()));
        payload.put("kind", directive.kind().name());
        payload.put("provision", directive.cause().provision());
        payload.put("reason", directive.cause().reason());
        payload.put("since", directive.cause().since().toString());
        payload.put("issued", directive.issuedAt().toString());
        return payload;
    }

    private void replied(Directive directive, @Nullable Answer answer, @Nullable Throwable lost) {
        CompletableFuture<Void> end;
        synchronized (this) {
            end = underway.remove(directive.id());
        }
        Optional<Acknowledgement> said = lost == null && answer != null ? said(directive, answer) : Optional.empty();
        if (said.isPresent()) {
            settle(directive, said.get());
            resume();
        } else {
            // The city reminds, or the connection comes back: sending at once would only fail again.
            counts.add(Counts.Kind.UNANSWERED);
        }
        if (end != null) {
            end.complete(null);
        }
    }

    private void settle(Directive directive, Acknowledgement said) {
        synchronized (this) {
            Aim aim = Aim.of(directive);
            if (directive.equals(latest.get(aim))) {
                unsettled.remove(aim);
            }
        }
        delivery.acknowledge(said);
    }

    // Ditto refuses as well, for reasons of its own: those say nothing about the device.
    private Optional<Acknowledgement> said(Directive directive, Answer answer) {
        JsonNode body = answer.value().orElse(JsonNodeFactory.instance.objectNode());
        Instant at = moment(body.path("at").asText(""));
        if (answer.status() >= 200 && answer.status() < 300) {
            return Optional.of(new Acknowledgement(directive.id(), Optional.empty(), at));
        } else if (answer.status() < 500 && body.path("reason").isTextual()) {
            return Optional.of(new Acknowledgement(
                    directive.id(), Optional.of(body.path("reason").asText()), at));
        }
        return Optional.empty();
    }

    private Instant moment(String text) {
        Instant now = delivery.context().clock().now();
        try {
            return text.isEmpty() ? now : Instant.parse(text);
        } catch (DateTimeParseException nonsense) {
            return now;
        }
    }

    /** One actuator. Immutable. */
    record Aim(TwinId twin, String property) {
        static Aim of(Directive directive) {
            return new Aim(directive.twin(), directive.property());
        }
    }
}
