package io.citytwin.adapter.mqtt.internal.command;

import io.citytwin.adapter.mqtt.internal.link.Outgoing;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.spi.AdapterContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Sends commands. What the broker did not take waits for the next connection, the newest of each actuator only. Safe for use
 * by many threads.
 */
public final class CommandDesk {

    private final AdapterContext context;
    private final Function<Outgoing, CompletableFuture<Boolean>> line;
    private final Map<Slot, Order> unsent = new LinkedHashMap<>();

    private record Slot(TwinId twin, String property) {}

    /**
     * What is asked. Immutable.
     *
     * @param rule how
     * @param directive what
     * @param lease until when
     */
    public record Order(CommandRule rule, Directive directive, Optional<Lease> lease) {}

    /**
     * A desk.
     *
     * @param context hears the answers that the broker gives
     * @param line sends; fails if the broker does not take it
     */
    public CommandDesk(AdapterContext context, Function<Outgoing, CompletableFuture<Boolean>> line) {
        this.context = context;
        this.line = line;
    }

    /**
     * Sends a command now, or as soon as there is a connection.
     *
     * @param order what is asked
     */
    public void send(Order order) {
        Slot slot = new Slot(order.directive().twin(), order.directive().property());
        Optional<Outgoing> message = order.rule()
                .message(order.directive(), order.lease(), context.clock().now());
        if (message.isEmpty()) {
            answer(order, Optional.of("no topic can name `" + order.directive().twin() + "`"));
            return;
        }
        synchronized (unsent) {
            unsent.remove(slot);
            unsent.put(slot, order);
        }
        CompletableFuture<Boolean> ignored = line.apply(message.get()).whenComplete((heard, failure) -> {
            if (failure == null) {
                taken(slot, order, heard);
            }
        });
    }

    private void taken(Slot slot, Order order, boolean heard) {
        synchronized (unsent) {
            unsent.remove(slot, order);
        }
        if (order.rule().answer().isEmpty()) {
            answer(order, heard ? Optional.empty() : Optional.of("no device listens to the broker"));
        }
    }

    private void answer(Order order, Optional<String> refused) {
        context.acknowledge(new Acknowledgement(
                order.directive().id(), refused, context.clock().now()));
    }

    /** Sends again what no broker took. */
    public void connected() {
        List<Order> now;
        synchronized (unsent) {
            now = List.copyOf(unsent.values());
        }
        now.forEach(this::send);
    }
}
