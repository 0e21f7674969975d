package io.citytwin.adapter.ocpp.internal.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import io.citytwin.adapter.ocpp.internal.rpc.FaultKind;
import io.citytwin.adapter.ocpp.internal.rpc.Fields;
import io.citytwin.adapter.ocpp.internal.rpc.Frames;
import io.citytwin.core.asset.EvseStatus;
import io.citytwin.core.privacy.Secret;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OCPP 1.6J. Immutable. */
final class Ocpp16 implements Dialect {

    static final Dialect DIALECT = new Ocpp16();

    private static final int LONGEST_TAG = 20;
    private static final String STATUS = "status";
    private static final String TIMESTAMP = "timestamp";
    private static final String CONNECTOR = "connectorId";
    private static final String TRANSACTION = "transactionId";
    private static final Map<String, EvseStatus> STATUSES = Map.of(
            "Available", EvseStatus.AVAILABLE,
            "Preparing", EvseStatus.CHARGING,
            "Charging", EvseStatus.CHARGING,
            "SuspendedEVSE", EvseStatus.CHARGING,
            "SuspendedEV", EvseStatus.CHARGING,
            "Finishing", EvseStatus.CHARGING,
            "Reserved", EvseStatus.RESERVED,
            "Unavailable", EvseStatus.OUT_OF_ORDER,
            "Faulted", EvseStatus.OUT_OF_ORDER);

    private final Map<String, Action> actions = Map.of(
            "BootNotification", Action.asking(Ocpp16::boot),
            "Heartbeat", Action.asking((fields, telling) -> time(telling)),
            "Authorize", Action.asking(Ocpp16::authorize),
            "StatusNotification", Action.telling(Ocpp16::status),
            "MeterValues", Action.telling(Ocpp16::meterValues),
            "StartTransaction", Action.telling(Ocpp16::start),
            "StopTransaction", Action.telling(Ocpp16::stop),
            "DataTransfer", Action.asking(Ocpp16::dataTransfer),
            "FirmwareStatusNotification", Action.asking(Ocpp16::progress),
            "DiagnosticsStatusNotification", Action.asking(Ocpp16::progress));

    private Ocpp16() {}

    @Override
    public Optional<Action> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    private static ObjectNode boot(Fields fields, Telling telling) {
        fields.text("chargePointVendor", 20);
        fields.text("chargePointModel", 20);
        return time(telling).put("interval", telling.heartbeat().toSeconds()).put(STATUS, "Accepted");
    }

    private static ObjectNode time(Telling telling) {
        return Frames.object().put("currentTime", Times.text(telling.now()));
    }

    private static ObjectNode authorize(Fields fields, Telling telling) {
        ObjectNode answer = Frames.object();
        answer.set("idTagInfo", tagInfo(fields.text("idTag", LONGEST_TAG), telling));
        return answer;
    }

    private static ObjectNode tagInfo(String tag, Telling telling) {
        return Frames.object().put(STATUS, telling.allows(Secret.of(tag)) ? "Accepted" : "Invalid");
    }

    private static ObjectNode dataTransfer(Fields fields, Telling telling) {
        fields.text("vendorId", 255);
        return Frames.object().put(STATUS, "UnknownVendorId");
    }

    private static ObjectNode progress(Fields fields, Telling telling) {
        fields.text(STATUS, 40);
        return Frames.object();
    }

    private static ObjectNode status(Fields fields, Telling telling) {
        int number = fields.count(CONNECTOR);
        fields.text("errorCode", 40);
        EvseStatus status = STATUSES.get(fields.text(STATUS, 40));
        if (status == null) {
            throw fields.fault(FaultKind.PROPERTY, STATUS, "is no status");
        }
        telling.status(number, 1, status, fields.timeOr(TIMESTAMP).orElseGet(telling::now));
        return Frames.object();
    }

    private static ObjectNode meterValues(Fields fields, Telling telling) {
        int number = fields.count(CONNECTOR);
        Optional<String> session = fields.wholeOr(TRANSACTION).map(String::valueOf);
        read(fields.objects("meterValue"), number, telling)
                .forEach(one -> telling.reading(number, session, one.reading(), one.at()));
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
        String text = sampled.text("value", 2_500);
        String measurand = sampled.textOr("measurand", 50).orElse(MeterReading.ENERGY);
        // What comes in is told by a station's main meter only; in a vehicle or a cable nothing of the city's is
        // measured.
        String location = sampled.textOr("location", 20).orElse("Outlet");
        boolean outlet = location.equals("Outlet") || (number == 0 && location.equals("Inlet"));
        boolean raw = sampled.textOr("format", 20).orElse("Raw").equals("Raw");
        Optional<String> phase = sampled.textOr("phase", 20);
        Optional<String> unit = sampled.textOr("unit", 20);
        if (!raw || !outlet || !(measurand.equals(MeterReading.POWER) || measurand.equals(MeterReading.ENERGY))) {
            return Optional.empty();
        } else if (!text.matches("-?\\d{1,15}(\\.\\d{1,12})?")) {
            problems.add("`" + measurand + "` of `" + text + "` is no plain number.");
            return Optional.empty();
        }
        return Optional.of(new Sample(measurand, phase, unit, new BigDecimal(text)));
    }

    private static ObjectNode start(Fields fields, Telling telling) {
        int number = fields.count(CONNECTOR);
        String tag = fields.text("idTag", LONGEST_TAG);
        int meter = fields.whole("meterStart");
        Instant at = fields.time(TIMESTAMP);
        if (number == 0) {
            throw fields.fault(FaultKind.PROPERTY, CONNECTOR, "is no plug");
        }
        int session = session(telling.identity(), number, meter, at);
        telling.begun(Integer.toString(session), number, 1, at, Optional.of(kilowattHours(meter)));
        ObjectNode answer = Frames.object();
        answer.set("idTagInfo", tagInfo(tag, telling));
        return answer.put(TRANSACTION, session);
    }

    /** The same beginning has the same name, however often and to whichever run of the city it is told. */
    private static int session(String identity, int number, int meter, Instant at) {
        String beginning = identity + "\n" + number + "\n" + meter + "\n" + at;
        int hash =
                Hashing.sha256().hashString(beginning, StandardCharsets.UTF_8).asInt() & Integer.MAX_VALUE;
        return Math.max(1, hash);
    }

    private static ObjectNode stop(Fields fields, Telling telling) {
        String session = Integer.toString(fields.whole(TRANSACTION));
        int meter = fields.whole("meterStop");
        Instant at = fields.time(TIMESTAMP);
        Optional<String> tag = fields.textOr("idTag", LONGEST_TAG);
        List<Moment> moments = read(fields.objectsOr("transactionData"), 1, telling);
        telling.numberOf(session)
                .ifPresent(number ->
                        moments.forEach(one -> telling.reading(number, Optional.of(session), one.reading(), one.at())));
        telling.ended(session, at, Optional.of(kilowattHours(meter)));
        ObjectNode answer = Frames.object();
        tag.ifPresent(token -> answer.set("idTagInfo", tagInfo(token, telling)));
        return answer;
    }

    private static BigDecimal kilowattHours(int wattHours) {
        return BigDecimal.valueOf(wattHours, 3);
    }

    @Override
    public Request setProfile(Profile profile) {
        ObjectNode period = Frames.object().put("startPeriod", 0).put("limit", profile.limit());
        profile.phases().ifPresent(phases -> period.put("numberPhases", phases));
        ObjectNode schedule = Frames.object()
                .put("startSchedule", Times.text(profile.from()))
                .put("chargingRateUnit", profile.phases().isPresent() ? "A" : "W");
        schedule.putArray("chargingSchedulePeriod").add(period);
        ObjectNode inner = Frames.object()
                .put("chargingProfileId", profile.id())
                .put("stackLevel", profile.level())
                .put("chargingProfilePurpose", profile.number() == 0 ? "ChargePointMaxProfile" : "TxDefaultProfile")
                .put("chargingProfileKind", "Absolute");
        profile.until().ifPresent(until -> inner.put("validTo", Times.text(until)));
        inner.set("chargingSchedule", schedule);
        ObjectNode payload = Frames.object().put(CONNECTOR, profile.number());
        payload.set("csChargingProfiles", inner);
        return new Request("SetChargingProfile", payload);
    }

    @Override
    public Request clearProfile(int id) {
        return new Request("ClearChargingProfile", Frames.object().put("id", id));
    }

    @Override
    public Request start(int number, Secret token, int id) {
        return new Request(
                "RemoteStartTransaction",
                Frames.object().put("idTag", token.reveal()).put(CONNECTOR, number));
    }

    @Override
    public Optional<Request> stop(String session) {
        return session.matches("-?\\d{1,9}|-?[12]\\d{9}")
                ? Optional.of(
                        new Request("RemoteStopTransaction", Frames.object().put(TRANSACTION, Long.parseLong(session))))
                : Optional.empty();
    }

    @Override
    public Request availability(int number, boolean operative) {
        return new Request(
                "ChangeAvailability",
                Frames.object().put(CONNECTOR, number).put("type", operative ? "Operative" : "Inoperative"));
    }

    @Override
    public Request trigger(String message, int number) {
        ObjectNode payload = Frames.object().put("requestedMessage", message);
        return new Request("TriggerMessage", number == 0 ? payload : payload.put(CONNECTOR, number));
    }

    @Override
    public Request reset(boolean now) {
        return new Request("Reset", Frames.object().put("type", now ? "Hard" : "Soft"));
    }
}
