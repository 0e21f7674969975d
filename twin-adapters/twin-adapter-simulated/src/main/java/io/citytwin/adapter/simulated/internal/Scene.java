package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A device at a moment. Immutable.
 *
 * @param device which
 * @param moment when
 * @param hour the hour that holds the moment
 */
public record Scene(Device device, Instant moment, Sky.Hour hour) {

    private static final int HOUR = 3600;
    private static final double METRES_PER_DEGREE = 111_320;
    private static final int REMEMBERED = 6;

    Instant hourEnd() {
        return Instant.ofEpochSecond((hour.number() + 1) * HOUR);
    }

    boolean isEvery(long minutes) {
        return Math.floorMod(moment.getEpochSecond(), minutes * 60) == 0;
    }

    /** Whether it is the first hour of the people's day, when energy is reported. */
    boolean isDaily() {
        return hour.clock() == 0 || !isEvery(60);
    }

    /** A number of the device's own data. */
    double number(String property, double otherwise) {
        return device.twin().value(property).map(Scene::amount).orElse(otherwise);
    }

    /** A name of the device's own data. */
    String name(String property) {
        return device.twin().value(property).map(Value::toString).orElse("");
    }

    /** A yes or no that the device was asked to take. */
    boolean allows(String property) {
        return device.settings().at(property, moment).equals(new Value.Flag(true));
    }

    /** A number that the device was asked to take. */
    double setting(String property) {
        return amount(device.settings().at(property, moment));
    }

    /** A share that the device was asked to take. */
    double percent(String property) {
        return setting(property) / 100;
    }

    Value taken(String property) {
        return device.settings().at(property, moment);
    }

    /** Chance that is the same for some hours; the devices' hours do not begin together. */
    double chance(int hours) {
        return device.noise().share(block(hours) * 31L + hours);
    }

    /** The number of the block of some hours that holds this one. */
    long block(int hours) {
        long offset = (long) (device.noise().share(Long.MIN_VALUE) * hours);
        return Math.floorDiv(hour.number() + offset, hours);
    }

    Scene anHourBefore() {
        return device.scene(hourEnd().minusSeconds(2 * HOUR));
    }

    /** The mean over this hour of a share that the device was asked to take, where more than some share makes no difference. */
    double meanOfHour(String property, double most) {
        Instant end = hourEnd();
        Instant at = end.minusSeconds(HOUR);
        double sum = 0;
        while (at.isBefore(end)) {
            Instant next = device.settings().nextChange(at, end);
            double share = amount(device.settings().at(property, at)) / 100;
            sum += Math.min(most, share) * (next.getEpochSecond() - at.getEpochSecond());
            at = next;
        }
        return sum / HOUR;
    }

    /** A point around the device's home. */
    Location around(double share, double metres) {
        Location home = device.home();
        double turn = share * 2 * Math.PI;
        double far = metres * (0.3 + 0.7 * device.noise().share((long) (share * 1000)));
        double latitude = home.latitude().doubleValue();
        double north = latitude + far * StrictMath.sin(turn) / METRES_PER_DEGREE;
        double shrink = StrictMath.cos(Math.toRadians(latitude));
        double east = home.longitude().doubleValue() + far * StrictMath.cos(turn) / METRES_PER_DEGREE / shrink;
        return new Location(rounded(east, 5), rounded(north, 5));
    }

    /**
     * What a sluggish thing has reached that follows its set-point: each hour a share of the way. Changes before the last
     * six are taken as long reached.
     */
    double approached(String property, double hours) {
        List<Settings.Setting> changes = device.settings().changes(property);
        int until = changes.size();
        while (until > 0 && changes.get(until - 1).since().isAfter(moment)) {
            until--;
        }
        int first = Math.max(0, until - REMEMBERED);
        Value before = first == 0
                ? device.settings().resting(property)
                : changes.get(first - 1).value();
        double reached = amount(before);
        for (int at = first; at < until; at++) {
            double target = amount(changes.get(at).value());
            Instant end = at + 1 < until ? changes.get(at + 1).since() : moment;
            double passed = (end.getEpochSecond() - changes.get(at).since().getEpochSecond()) / (double) HOUR;
            reached = target + (reached - target) * StrictMath.exp(-passed / hours);
        }
        return reached;
    }

    Quantity energy() {
        return device.energy(moment);
    }

    Quantity hoursToday(ToDoubleFunction<Scene> on) {
        return device.hoursToday(moment, on);
    }

    static Quantity quantity(double amount, int decimals, Unit unit) {
        return new Quantity(rounded(amount, decimals), unit);
    }

    /** Rounded to halves. */
    static Quantity halves(double amount, Unit unit) {
        return new Quantity(BigDecimal.valueOf(Math.round(amount * 2) * 5, 1), unit);
    }

    private static BigDecimal rounded(double amount, int decimals) {
        long scaled = Math.round(amount * StrictMath.pow(10, decimals));
        return BigDecimal.valueOf(scaled, decimals);
    }

    private static double amount(Value value) {
        return value instanceof Quantity quantity ? quantity.amount().doubleValue() : 0;
    }
}
