package io.citytwin.adapter.ocpp.internal.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ocpp.internal.rpc.FaultKind;
import io.citytwin.adapter.ocpp.internal.rpc.Fields;
import io.citytwin.adapter.ocpp.internal.rpc.Frames;
import io.citytwin.core.asset.EvseStatus;
import io.citytwin.core.privacy.Secret;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OCPP 2.0.1. Immutable. */
final class Ocpp201 implements Dialect {

    static final Dialect DIALECT = new Ocpp201();

    private static final int LONGEST_ID = 36;
    private static final String STATUS = "status";
    private static final String TIMESTAMP = "timestamp";
    private static final String TOKEN = "idToken";
    private static final String EVSE = "evse";
    private static final Map<String, EvseStatus> STATUSES = Map.of(
            "Available", EvseStatus.AVAILABLE,
            "Occupied", EvseStatus.CHARGING,
            "Reserved", EvseStatus.RESERVED,
            "Unavailable", EvseStatus.OUT_OF_ORDER,
            "Faulted", EvseStatus.OUT_OF_ORDER);

    private final Map<String, Action> actions = Map.of(
            "BootNotification", Action.asking(Ocpp201::boot),
            "Heartbeat", Action.asking((fields, telling) -> time(telling)),
            "Authorize", Action.asking(Ocpp201::authorize),
            "StatusNotification", Action.telling(Ocpp201::status),
            "MeterValues", Action.telling(Ocpp201::meterValues),
            "TransactionEvent", Action.telling(Ocpp201::transaction),
            "NotifyReport", Action.asking(Ocpp201::report),
            "NotifyEvent", Action.asking(Ocpp201::report),
            "SecurityEventNotification", Action.asking(Ocpp201::security));

    private Ocpp201() {}

    @Override
    public Optional<Action> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    private static ObjectNode boot(Fields fields, Telling telling) {
        Fields station = fields.object("chargingStation");
        station.text("model", 20);
        station.text("vendorName", 50);
        fields.text("reason", 40);
        return time(telling).put("interval", telling.heartbeat().toSeconds()).put(STATUS, "Accepted");
    }

    private static ObjectNode time(Telling telling) {
        return Frames.object().put("currentTime", Times.text(telling.now()));
    }

    private static ObjectNode authorize(Fields fields, Telling telling) {
        return tokenInfo(fields.object(TOKEN), telling);
    }

    private static ObjectNode tokenInfo(Fields token, Telling telling) {
        String words = token.text(TOKEN, LONGEST_ID);
        token.text("type", 20);
        ObjectNode answer = Frames.object();
        answer.set(
                "idTokenInfo", Frames.object().put(STATUS, telling.allows(Secret.of(words)) ? "Accepted" : "Invalid"));
        return answer;
    }

    private static ObjectNode report(Fields fields, Telling telling) {
        fields.time("generatedAt");
        fields.count("seqNo");
        return Frames.object();
    }

    private static ObjectNode security(Fields fields, Telling telling) {
        fields.text("type", 50);
        fields.time(TIMESTAMP);
        return Frames.object();
    }

    private static ObjectNode status(Fields fields, Telling telling) {
        Instant at = fields.time(TIMESTAMP);
        EvseStatus status = STATUSES.get(fields.text("connectorStatus", 20));
        if (status == null) {
            throw fields.fault(FaultKind.PROPERTY, "connectorStatus", "is no status");
        }
        telling.status(fields.count("evseId"), fields.count("connectorId"), status, at);
        return Frames.object();
    }

    private static ObjectNode meterValues(Fields fields, Telling telling) {
        int number = fields.count("evseId");
        read(fields.objects("meterValue"), number, telling)
                .forEach(one -> telling.reading(number, Optional.empty(), one.reading(), one.at()));
        return Frames.object();
    }

    private record Moment(Instant at, MeterReading reading) {}

    /** Reads all before anything is told: a call is taken as a whole or not at all. */
    private static List<Moment> read(List<Fields> values, int number, Telling telling) {
        List<Moment> moments = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Fields value : values) {
            Instant at = value.time(TIMESTAMP);
            List<Sample> samples = new ArrayList<>();
            for (Fields sampled : value.objects("sampledValue")) {
                sample(sampled, number, problems).ifPresent(samples::add);
            }
            moments.add(new Moment(at, MeterReading.of(samples)));
        }
        problems.forEach(telling::bad);
        return moments;
    }

    private static Optional<Sample> sample(Fields sampled, int number, List<String> problems) {
        BigDecimal amount = sampled.decimal("value");
        String measurand = sampled.textOr("measurand", 50).orElse(MeterReading.ENERGY);
        // What comes in is told by a station's main meter only; in a vehicle or a cable nothing of the city's is
        // measured.
        String location = sampled.textOr("location", 20).orElse("Outlet");
        boolean outlet = location.equals("Outlet") || (number == 0 && location.equals("Inlet"));
        Optional<String> phase = sampled.textOr("phase", 20);
        Optional<Fields> measured = sampled.objectOr("unitOfMeasure");
        Optional<String> unit = measured.flatMap(one -> one.textOr("unit", 20));
        int power = measured.flatMap(one -> one.wholeOr("multiplier")).orElse(0);
        if (!outlet || !(measurand.equals(MeterReading.POWER) || measurand.equals(MeterReading.ENERGY))) {
            return Optional.empty();
        } else if (Math.abs((long) power) > 12
                || !MeterReading.isUsual(amount)
                || !MeterReading.isUsual(amount.scaleByPowerOfTen(power))) {
            problems.add("`" + measurand + "` is no number that a meter shows.");
            return Optional.empty();
        }
        return Optional.of(new Sample(measurand, phase, unit, amount.scaleByPowerOfTen(power)));
    }

    private static ObjectNode transaction(Fields fields, Telling telling) {
        String event = fields.text("eventType", 20);
        if (!List.of("Started", "Updated", "Ended").contains(event)) {
            throw fields.fault(FaultKind.PROPERTY, "eventType", "is no kind of event");
        }
        Instant at = fields.time(TIMESTAMP);
        fields.text("triggerReason", 40);
        fields.count("seqNo");
        String session = fields.object("transactionInfo").text("transactionId", LONGEST_ID);
        Optional<Fields> evse = fields.objectOr(EVSE);
        Optional<Integer> said = evse.map(one -> one.count("id"));
        int cable = evse.flatMap(one -> one.countOr("connectorId")).orElse(1);
        List<Moment> moments = read(fields.objectsOr("meterValue"), 1, telling);
        ObjectNode answer =
                fields.objectOr(TOKEN).map(token -> tokenInfo(token, telling)).orElseGet(Frames::object);
        Optional<BigDecimal> energy = moments.stream()
                .flatMap(one -> one.reading().energy().stream())
                .reduce((first, last) -> event.equals("Started") ? first : last);
        // One that is told of later, such as after a night offline, begins with what is heard of it first.
        said.filter(number -> telling.numberOf(session).isEmpty() && !event.equals("Ended"))
                .ifPresent(number -> telling.begun(session, number, cable, at, started(event, energy)));
        said.or(() -> telling.numberOf(session))
                .ifPresentOrElse(
                        number -> moments.forEach(
                                one -> telling.reading(number, Optional.of(session), one.reading(), one.at())),
                        () -> unknown(moments, telling));
        if (event.equals("Ended")) {
            telling.ended(session, at, energy);
        }
        return answer;
    }

    private static Optional<BigDecimal> started(String event, Optional<BigDecimal> energy) {
        return event.equals("Started") ? energy : Optional.empty();
    }

    private static void unknown(List<Moment> moments, Telling telling) {
        if (!moments.isEmpty()) {
            telling.bad("The values belong to a session that nobody knows the place of.");
        }
    }

    @Override
    public Request setProfile(Profile profile) {
        ObjectNode period = Frames.object().put("startPeriod", 0).put("limit", profile.limit());
        profile.phases().ifPresent(phases -> period.put("numberPhases", phases));
        ObjectNode schedule = Frames.object()
                .put("id", profile.id())
                .put("startSchedule", Times.text(profile.from()))
                .put("chargingRateUnit", profile.phases().isPresent() ? "A" : "W");
        schedule.putArray("chargingSchedulePeriod").add(period);
        ObjectNode inner = Frames.object()
                .put("id", profile.id())
                .put("stackLevel", profile.level())
                .put("chargingProfilePurpose", profile.number() == 0 ? "ChargingStationMaxProfile" : "TxDefaultProfile")
                .put("chargingProfileKind", "Absolute");
        profile.until().ifPresent(until -> inner.put("validTo", Times.text(until)));
        inner.putArray("chargingSchedule").add(schedule);
        ObjectNode payload = Frames.object().put("evseId", profile.number());
        payload.set("chargingProfile", inner);
        return new Request("SetChargingProfile", payload);
    }

    @Override
    public Request clearProfile(int id) {
        return new Request("ClearChargingProfile", Frames.object().put("chargingProfileId", id));
    }

    @Override
    public Request start(int number, Secret token, int id) {
        ObjectNode payload = Frames.object().put("remoteStartId", id).put("evseId", number);
        payload.set(TOKEN, Frames.object().put(TOKEN, token.reveal()).put("type", "Central"));
        return new Request("RequestStartTransaction", payload);
    }

    @Override
    public Optional<Request> stop(String session) {
        return session.length() <= LONGEST_ID
                ? Optional.of(
                        new Request("RequestStopTransaction", Frames.object().put("transactionId", session)))
                : Optional.empty();
    }

    @Override
    public Request availability(int number, boolean operative) {
        ObjectNode payload = Frames.object().put("operationalStatus", operative ? "Operative" : "Inoperative");
        return new Request("ChangeAvailability", placed(payload, number));
    }

    @Override
    public Request trigger(String message, int number) {
        return new Request("TriggerMessage", placed(Frames.object().put("requestedMessage", message), number));
    }

    private static ObjectNode placed(ObjectNode payload, int number) {
        if (number > 0) {
            payload.set(EVSE, Frames.object().put("id", number));
        }
        return payload;
    }

    @Override
    public Request reset(boolean now) {
        return new Request("Reset", Frames.object().put("type", now ? "Immediate" : "OnIdle"));
    }
}
