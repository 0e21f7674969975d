package io.citytwin.examples.milan.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** Charge points that speak OCPP 1.6J, each with one connector, over a connection of its own. Safe for use by many threads. */
final class ChargePoints implements Wire {

    private static final Map<String, String> STATUS =
            Map.of("available", "Available", "charging", "Charging", "outOfOrder", "Faulted");
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private final IntSupplier port;
    private final Lockstep lockstep;
    private final Map<TwinId, Post> posts = new HashMap<>();
    private final Map<TwinId, Expected> expected = new ConcurrentHashMap<>();
    private final Map<TwinId, Call> open = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Device devices = (directive, lease) -> {};

    /** One charge point, with the most that its connector gives. */
    private record Post(String identity, TwinId connector, BigDecimal watts, ChargePoint point) {}

    private record Call(Post post, String id) {}

    /**
     * The devices' end.
     *
     * @param connectors each related to its charge point
     * @param port of the central system, once it listens
     */
    ChargePoints(Iterable<Twin> connectors, IntSupplier port, Lockstep lockstep) {
        this.port = port;
        this.lockstep = lockstep;
        connectors.forEach(this::put);
    }

    /** What a file of adapters says of them. */
    static String settings(List<Twin> connectors) {
        return connectors.stream()
                .map(connector -> "      %s: {plugs: [{number: 1, connector: \"%s\", evse: \"%s\"}]}"
                        .formatted(evse(connector).name(), connector.id(), evse(connector)))
                .collect(Collectors.joining("\n"));
    }

    private static TwinId evse(Twin connector) {
        return ((Value.Ref) connector.value("evse").orElseThrow()).target();
    }

    private void put(Twin connector) {
        TwinId evse = evse(connector);
        BigDecimal watts = ((Quantity) connector.value("ratedPower").orElseThrow())
                .amount()
                .movePointRight(3);
        Post[] self = new Post[1];
        ChargePoint point =
                new ChargePoint((id, action, payload) -> asked(self[0], id, action, payload), lockstep::fail);
        self[0] = new Post(evse.name(), connector.id(), watts, point);
        posts.put(evse, self[0]);
        posts.put(connector.id(), self[0]);
    }

    @Override
    public boolean carries(TwinId twin) {
        return posts.containsKey(twin);
    }

    @Override
    public void open(Device taking) {
        devices = taking;
        posts.forEach((twin, post) -> {
            if (twin.equals(post.connector())) {
                post.point()
                        .connect(client, URI.create("ws://127.0.0.1:" + port.getAsInt() + "/ocpp/" + post.identity()));
                post.point()
                        .tell(
                                "BootNotification",
                                ChargePoint.object()
                                        .put("chargePointVendor", "CityTwin")
                                        .put("chargePointModel", "demo"));
            }
        });
    }

    @Override
    public boolean tell(Observation seen) {
        Post post = posts.get(seen.twin());
        Value value = seen.value().orElseThrow();
        String at = seen.measuredAt().toString();
        if (post == null) {
            return false;
        } else if (seen.property().equals("status")) {
            String status = STATUS.getOrDefault(value.toString(), "Unavailable");
            post.point()
                    .tell(
                            "StatusNotification",
                            ChargePoint.object()
                                    .put("connectorId", 1)
                                    .put("errorCode", status.equals("Faulted") ? "OtherError" : "NoError")
                                    .put("status", status)
                                    .put("timestamp", at));
            return true;
        } else if (seen.property().equals("power")) {
            post.point().tell("MeterValues", meter(at, "Power.Active.Import", (Quantity) value));
            return true;
        } else if (seen.property().equals("energy")) {
            post.point().tell("MeterValues", meter(at, "Energy.Active.Import.Register", (Quantity) value));
            return true;
        }
        // OCPP has no words for the share that a connector may give, but for its limit and what it draws.
        return false;
    }

    private static ObjectNode meter(String at, String measurand, Quantity value) {
        ObjectNode told = ChargePoint.object().put("connectorId", 1);
        told.putArray("meterValue")
                .addObject()
                .put("timestamp", at)
                .putArray("sampledValue")
                .addObject()
                .put("value", value.amount().toPlainString())
                .put("measurand", measurand)
                .put("unit", value.unit() == Unit.KILOWATT ? "kW" : "kWh");
        return told;
    }

    private void asked(Post post, String id, String action, JsonNode payload) {
        Expected one = expected.get(post.connector());
        boolean sets = action.equals("SetChargingProfile");
        if (one == null || !(sets || action.equals("ClearChargingProfile"))) {
            post.point().result(id, ChargePoint.object().put("status", "Accepted"));
            return;
        }
        expected.remove(post.connector());
        open.put(post.connector(), new Call(post, id));
        Optional<String> wrong = sets
                ? limit(post, payload.path("csChargingProfiles"), one)
                : one.difference(one.directive().value(), Optional.empty());
        wrong.ifPresentOrElse(lockstep::fail, () -> devices.take(one.directive(), one.lease()));
    }

    /** The limit in W must be the share that the city asks for; the end of the profile is that of the lease. */
    private static Optional<String> limit(Post post, JsonNode profile, Expected one) {
        BigDecimal watts =
                profile.at("/chargingSchedule/chargingSchedulePeriod/0/limit").decimalValue();
        BigDecimal share = watts.multiply(BigDecimal.valueOf(100)).divide(post.watts(), MathContext.DECIMAL64);
        BigDecimal wanted = ((Quantity) one.directive().value()).amount();
        Optional<Instant> until =
                Optional.ofNullable(profile.path("validTo").textValue()).map(Instant::parse);
        Value meant = share.subtract(wanted).abs().compareTo(TOLERANCE) <= 0
                ? one.directive().value()
                : new Quantity(share, Unit.PERCENT);
        return one.difference(meant, until);
    }

    @Override
    public void answer(Directive directive, Acknowledgement said) {
        Call call = open.remove(directive.twin());
        if (call != null) {
            if (said.refused().isEmpty()) {
                // The city hears from an accepted limit what the connector may give.
                lockstep.sent();
            }
            String status = said.refused().isPresent() ? "Rejected" : "Accepted";
            call.post().point().result(call.id(), ChargePoint.object().put("status", status));
        }
    }

    @Override
    public void expect(Directive directive, Optional<Lease> lease) {
        expected.put(directive.twin(), new Expected(directive, lease));
        Call superseded = open.remove(directive.twin());
        if (superseded != null) {
            // The device does not answer what it need not do any more, and no other call may come before an answer.
            lockstep.sent();
            superseded
                    .post()
                    .point()
                    .result(superseded.id(), ChargePoint.object().put("status", "Rejected"));
        }
    }

    @Override
    public void close() {
        posts.values().forEach(post -> post.point().close());
    }
}
