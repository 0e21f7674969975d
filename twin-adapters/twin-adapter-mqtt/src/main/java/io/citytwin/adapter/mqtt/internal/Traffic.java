package io.citytwin.adapter.mqtt.internal;

import io.citytwin.adapter.mqtt.MqttError;
import io.citytwin.adapter.mqtt.internal.command.AnswerRule;
import io.citytwin.adapter.mqtt.internal.command.CommandDesk;
import io.citytwin.adapter.mqtt.internal.command.CommandRule;
import io.citytwin.adapter.mqtt.internal.link.Ears;
import io.citytwin.adapter.mqtt.internal.link.Incoming;
import io.citytwin.adapter.mqtt.internal.link.Link;
import io.citytwin.adapter.mqtt.internal.link.Outgoing;
import io.citytwin.adapter.mqtt.internal.map.MessageReader;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.AdapterProblem;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.PayloadMapper.Mapped;
import io.citytwin.core.spi.PayloadMapper.Payload;
import io.micrometer.core.instrument.Counter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What goes on while an adapter runs; messages come one at a time. Safe for use by many threads. */
public final class Traffic implements Ears {

    private final Plan plan;
    private final AdapterContext context;
    private final Link link;
    private final CommandDesk desk;
    private final Counter messages;
    private final Counter unusable;
    private volatile Known known = new Known(List.of(), Map.of());

    /** The twins of the city, and the list that they were taken from. */
    private record Known(List<Twin> list, Map<TwinId, Twin> byId) {}

    /**
     * Traffic that has not begun.
     *
     * @param plan what to do
     * @param context where to report to
     */
    public Traffic(Plan plan, AdapterContext context) {
        this.plan = plan;
        this.context = context;
        this.link = new Link(plan.broker(), plan.tls(), plan.filters(), context, this);
        this.desk = new CommandDesk(context, link::send);
        String name = plan.letters().source();
        this.messages = context.meters().counter("citytwin.adapter.mqtt.messages", "adapter", name);
        this.unusable = context.meters().counter("citytwin.adapter.mqtt.refused", "adapter", name);
    }

    /** Begins to connect. */
    public void start() {
        link.start();
    }

    /** Ends it. */
    public void stop() {
        link.stop();
    }

    @Override
    public void connected() {
        desk.connected();
    }

    @Override
    public void heard(Incoming message) {
        Payload payload =
                new Payload(message.topic(), message.content(), context.clock().now());
        messages.increment();
        try {
            read(message, payload);
        } catch (CityTwinException wrong) {
            refuse(plan.letters().of(wrong, payload, false));
        } catch (RuntimeException defect) {
            String reason = "The message cannot be used: `" + defect + "`.";
            refuse(plan.letters().of(MqttError.UNREADABLE, reason, payload, true));
        }
        // Also what cannot be used is told once only, and so kept before the broker forgets it.
        context.kept(message.settled()::run);
    }

    private void read(Incoming message, Payload payload) {
        for (CommandRule rule : plan.commands()) {
            Optional<AnswerRule> answer = rule.answer()
                    .filter(one -> one.topics().match(message.topic()).isPresent());
            if (answer.isPresent()) {
                answered(answer.get().read(message, payload.receivedAt()));
                return;
            }
        }
        for (MessageReader reader : plan.readers()) {
            Optional<Map<String, String>> parts = reader.topics().match(message.topic());
            if (parts.isPresent()) {
                report(reader.read(payload, parts.get()), payload);
                reader.requests().forEach(this::ask);
                return;
            }
        }
        throw new CityTwinException(
                MqttError.TOPIC,
                "No mapping reads the topic `" + message.topic() + "`.",
                "Maybe the broker keeps an old subscription.");
    }

    // Without a connection it is asked again later, when the device still has not told.
    private void ask(Outgoing request) {
        CompletableFuture<Boolean> ignored = link.send(request);
    }

    private void answered(Acknowledgement answer) {
        Optional<String> refused = answer.refused().map(plan.letters().redaction()::of);
        context.acknowledge(
                new Acknowledgement(plan.letters().redaction().of(answer.directive()), refused, answer.at()));
    }

    private void report(Mapped mapped, Payload payload) {
        Map<TwinId, Twin> twins = twins();
        boolean told = false;
        for (Observation observation : mapped.observations()) {
            if (twins.containsKey(observation.twin())) {
                context.observe(observation);
            } else if (!told) {
                told = true;
                String reason = "The city has no twin `" + observation.twin() + "` of the mapping's type.";
                refuse(plan.letters().of(MqttError.TWIN, reason, payload, false));
            }
        }
        mapped.refused().forEach(this::refuse);
    }

    private void refuse(DeadLetter letter) {
        unusable.increment();
        context.refuse(letter);
    }

    private Map<TwinId, Twin> twins() {
        List<Twin> list = context.twins();
        Known now = known;
        if (now.list() != list) {
            Map<TwinId, Twin> byId = new HashMap<>();
            list.forEach(twin -> byId.put(twin.id(), twin));
            now = new Known(list, byId);
            known = now;
        }
        return now.byId();
    }

    /**
     * Asks a device.
     *
     * @param directive for a twin that the adapter serves
     * @param lease until when
     */
    public void command(Directive directive, Optional<Lease> lease) {
        Twin twin = twins().get(directive.twin());
        CommandRule rule = plan.commands().stream()
                .filter(one -> one.property().equals(directive.property()))
                .filter(one -> twin != null && one.serves(twin))
                .findFirst()
                .orElseThrow(() -> new UnsupportedOperationException(
                        "no mapping says how to ask for `" + directive.property() + "`"));
        desk.send(new CommandDesk.Order(rule, directive, lease));
    }

    /**
     * What somebody has to look at.
     *
     * @return empty if all is well
     */
    public List<AdapterProblem> problems() {
        List<AdapterProblem> problems = new ArrayList<>();
        link.problems()
                .forEach(one -> problems.add(new AdapterProblem(
                        one.about(), one.since(), plan.letters().redaction().of(one.text()))));
        plan.readers().forEach(reader -> problems.addAll(reader.problems()));
        return problems;
    }
}
