package io.citytwin.adapter.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.tck.CommandedPeer;
import io.citytwin.adapter.tck.CuttingPeer;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.DeviceAdapter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One charge point of 22 kW that connects as soon as it can. Safe for use by many threads. */
final class OcppPeer implements CuttingPeer, CommandedPeer {

    static final String PASSWORD = "a-password-that-nobody-sees";
    static final TwinId STATION = TwinId.of("it.milano:station-17");
    static final TwinId EVSE = TwinId.of("it.milano:evse-17-1");
    static final TwinId CONNECTOR = TwinId.of("it.milano:connector-17-1");

    private final boolean older;
    private final Network network = new Network();
    private final ChargePoint point;
    private final List<Value> done = new ArrayList<>();
    private Optional<Instant> leaseEnd = Optional.empty();
    private @Nullable OcppAdapter newest;
    private boolean cut;
    private boolean refusing;
    private boolean silent;

    OcppPeer(String protocol) {
        older = protocol.equals("ocpp1.6");
        point = new ChargePoint(network, protocol, "CP-17", Optional.of(PASSWORD)).answering(this::asked);
        network.every(Duration.ofMillis(20), this::connect);
    }

    // Outside of the lock: a charge point that holds its own asks this peer for an answer.
    private void connect() {
        target().ifPresent(to -> {
            try {
                point.connect(to.port());
            } catch (IllegalStateException stopped) {
                // Not started yet, or no more: the next turn tries again.
            }
        });
    }

    private synchronized Optional<OcppAdapter> target() {
        return cut ? Optional.empty() : Optional.ofNullable(newest);
    }

    static List<Twin> town() {
        AssetTypes types = AssetTypes.builtIn();
        return List.of(
                Twin.of(STATION, types.find("ChargingStation").orElseThrow()),
                Twin.of(EVSE, types.find("Evse").orElseThrow()).with("station", STATION),
                Twin.of(CONNECTOR, types.find("Connector").orElseThrow())
                        .with("evse", EVSE)
                        .with("ratedPower", "22"));
    }

    @Override
    public synchronized DeviceAdapter adapter() {
        OcppAdapter fresh = OcppAdapter.builder()
                .name("chargers")
                .station(OcppStation.of("CP-17")
                        .password(Secret.of(PASSWORD))
                        .twin(STATION.toString())
                        .plug(1, CONNECTOR.toString(), EVSE.toString()))
                .limits(OcppLimits.USUAL.absence(Duration.ofMillis(300)))
                .build();
        newest = fresh;
        return fresh;
    }

    @Override
    public List<Twin> twins() {
        return town();
    }

    @Override
    public List<Secret> secrets() {
        return List.of(Secret.of(PASSWORD));
    }

    @Override
    public Observation tell(int number, Instant measuredAt) {
        BigDecimal kilowatts = BigDecimal.valueOf(number + 1L).movePointLeft(1);
        ObjectNode sample = ChargePoint.object().put("measurand", "Power.Active.Import");
        if (older) {
            sample.put("value", kilowatts.toPlainString()).put("unit", "kW");
        } else {
            sample.put("value", kilowatts);
            sample.set("unitOfMeasure", ChargePoint.object().put("unit", "kW"));
        }
        meterValues(measuredAt, sample);
        return new Observation(
                CONNECTOR,
                "power",
                Optional.of(new Quantity(kilowatts, Unit.KILOWATT)),
                measuredAt,
                measuredAt,
                "chargers",
                Quality.GOOD);
    }

    private void meterValues(Instant at, ObjectNode sample) {
        ObjectNode payload = ChargePoint.object().put(older ? "connectorId" : "evseId", 1);
        payload.putArray("meterValue")
                .addObject()
                .put("timestamp", at.toString())
                .putArray("sampledValue")
                .add(sample);
        point.tell("MeterValues", payload);
    }

    @Override
    public String tellNonsense() {
        point.tell("MeterValues", ChargePoint.object().put("nonsense", "of-a-meter"));
        return "of-a-meter";
    }

    @Override
    public TwinId commanded() {
        return CONNECTOR;
    }

    @Override
    public String property() {
        return "output";
    }

    @Override
    public Value value(int number) {
        return Quantity.of(20L + 10L * number, Unit.PERCENT);
    }

    private synchronized Optional<ObjectNode> asked(String action, JsonNode payload) {
        if (silent) {
            return Optional.empty();
        } else if (refusing || !action.equals("SetChargingProfile")) {
            return Optional.of(ChargePoint.object().put("status", "Rejected"));
        }
        JsonNode profile = payload.path(older ? "csChargingProfiles" : "chargingProfile");
        JsonNode schedule = older
                ? profile.path("chargingSchedule")
                : profile.path("chargingSchedule").path(0);
        if (profile.has("validTo")) {
            BigDecimal watts = schedule.path("chargingSchedulePeriod")
                    .path(0)
                    .path("limit")
                    .decimalValue();
            done.add(new Quantity(watts.divide(BigDecimal.valueOf(220)), Unit.PERCENT));
            leaseEnd = Optional.of(Instant.parse(profile.path("validTo").asText()));
        }
        return Optional.of(ChargePoint.object().put("status", "Accepted"));
    }

    @Override
    public synchronized List<Value> done() {
        return List.copyOf(done);
    }

    @Override
    public synchronized void refuse() {
        refusing = true;
    }

    @Override
    public synchronized void keepSilent() {
        silent = true;
    }

    @Override
    public synchronized Optional<Instant> leaseEnd() {
        return leaseEnd;
    }

    @Override
    public void cut() {
        synchronized (this) {
            cut = true;
        }
        point.cut();
    }

    @Override
    public synchronized void mend() {
        cut = false;
    }

    @Override
    public boolean tellsAgain() {
        return true;
    }

    @Override
    public void close() {
        cut();
        network.close();
    }
}
