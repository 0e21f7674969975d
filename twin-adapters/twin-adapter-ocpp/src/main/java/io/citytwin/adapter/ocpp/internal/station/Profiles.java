package io.citytwin.adapter.ocpp.internal.station;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ocpp.OcppPlug;
import io.citytwin.adapter.ocpp.internal.dialect.Dialect;
import io.citytwin.adapter.ocpp.internal.dialect.Request;
import io.citytwin.adapter.ocpp.internal.rpc.CallFailure;
import io.citytwin.adapter.ocpp.internal.rpc.Outgoing;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * What the city asks of the plugs of one station. Of each plug only the newest wish waits; it goes out when the station is
 * there and nothing else is under way. For one thread at a time.
 */
// What fails is told to the city where the answer is looked at.
@SuppressWarnings("FutureReturnValueIgnored")
final class Profiles {

    private final Site site;
    private final Wishes wishes;
    private final Outgoing outgoing;
    private final Map<TwinId, Wish> waiting = new LinkedHashMap<>();
    private final Map<TwinId, Wish> done = new HashMap<>();
    private final Set<TwinId> safe = new HashSet<>();
    private @Nullable Wish underWay;
    private @Nullable Dialect dialect;

    Profiles(Site site, Wishes wishes, Outgoing outgoing) {
        this.site = site;
        this.wishes = wishes;
        this.outgoing = outgoing;
    }

    /**
     * A wish. Immutable.
     *
     * @param plug whose output
     * @param directive what is asked
     * @param until how long it holds; empty for ever
     */
    record Wish(OcppPlug plug, Directive directive, Optional<Instant> until) {

        /** Whether somebody who did this one has nothing more to do for another. */
        boolean covers(Wish other) {
            return directive.id().equals(other.directive.id())
                    && directive.kind() == other.directive.kind()
                    && (other.until.isEmpty()
                            || until.filter(end -> !other.until.get().isAfter(end))
                                    .isPresent());
        }
    }

    /** The station is there and hears calls. */
    void ready(Dialect spoken) {
        dialect = spoken;
        next();
    }

    /** The station is gone: what it did not answer waits for it again, unless something newer does. */
    void gone() {
        dialect = null;
    }

    void wish(Wish wish) {
        TwinId connector = wish.plug().connector();
        Wish last = done.get(connector);
        if (last != null && last.covers(wish)) {
            waiting.remove(connector);
            acknowledge(wish, Optional.empty());
            return;
        }
        Wish now = underWay;
        if (now != null && now.plug().connector().equals(connector) && now.covers(wish)) {
            return;
        }
        waiting.put(connector, wish);
        next();
    }

    private void next() {
        Dialect spoken = dialect;
        while (spoken != null && underWay == null && !waiting.isEmpty()) {
            Wish wish = waiting.remove(waiting.keySet().iterator().next());
            if (wish != null) {
                send(wish, spoken);
            }
        }
    }

    private void send(Wish wish, Dialect spoken) {
        Instant now = site.context().clock().now();
        if (wish.until().filter(end -> !end.isAfter(now)).isPresent()) {
            // Its time is over. The city reminds if it still wants it.
            return;
        }
        Wishes.Plan plan = wishes.plan(wish, spoken, now);
        if (plan.refused().isPresent()) {
            acknowledge(wish, plan.refused());
            return;
        }
        underWay = wish;
        call(plan.first())
                .thenCompose(status -> plan.isDone(status) ? followed(wish, plan, status) : completed(status))
                .whenComplete((status, failure) -> {
                    underWay = null;
                    settle(wish, plan, status, failure);
                    next();
                });
    }

    /** With a profile that ends belongs one for afterwards; with none at all, none for afterwards. */
    private CompletableFuture<String> followed(Wish wish, Wishes.Plan plan, String status) {
        TwinId connector = wish.plug().connector();
        Optional<Request> second = plan.second();
        boolean reverts = wish.directive().kind() == Directive.Kind.REVERT;
        if (second.isEmpty() || (!reverts && safe.contains(connector))) {
            return completed(status);
        }
        return call(second.get()).handle((answer, failure) -> {
            // A station that takes no second profile falls back to all it can give: less is not promised there.
            if (!reverts && failure == null && plan.isDone(answer)) {
                safe.add(connector);
            } else if (reverts) {
                safe.remove(connector);
            }
            return status;
        });
    }

    private CompletableFuture<String> call(Request request) {
        return outgoing.call(request.action(), request.payload()).thenApply(Profiles::status);
    }

    private static String status(ObjectNode answer) {
        return answer.path("status").asText();
    }

    private static CompletableFuture<String> completed(String status) {
        return CompletableFuture.completedFuture(status);
    }

    private void settle(Wish wish, Wishes.Plan plan, @Nullable String status, @Nullable Throwable failure) {
        TwinId connector = wish.plug().connector();
        if (failure == null && status != null) {
            if (plan.isDone(status)) {
                done.put(connector, wish);
                tell(connector, wish.directive());
                acknowledge(wish, Optional.empty());
            } else {
                acknowledge(
                        wish,
                        Optional.of("The station answers `" + site.letters().line(status) + "`."));
            }
        } else if (reason(failure) instanceof CallFailure call && call.why() == CallFailure.Why.REFUSED) {
            acknowledge(
                    wish, Optional.of("The station answers `" + site.letters().line(call.text()) + "`."));
        } else if (dialect == null) {
            // The connection ended: whether the station acted is not known, and asking again harms nobody.
            waiting.putIfAbsent(connector, wish);
        }
    }

    private static @Nullable Throwable reason(@Nullable Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    /** No call of OCPP tells it, but a station that accepts a limit says what its plug may give from now on. */
    private void tell(TwinId connector, Directive directive) {
        Instant now = site.context().clock().now();
        site.context().observe(site.context().seen(connector, directive.property(), directive.value(), now));
    }

    private void acknowledge(Wish wish, Optional<String> refused) {
        Instant now = site.context().clock().now();
        site.context().acknowledge(new Acknowledgement(wish.directive().id(), refused, now));
    }
}
