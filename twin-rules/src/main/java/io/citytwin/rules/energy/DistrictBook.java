package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.directive.ActuatorId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is remembered of one district. For one thread at a time. */
final class DistrictBook {

    private static final Duration KEPT = Duration.ofDays(8);
    private static final int STEADY = 2;

    private final TwinId district;
    private final EnergySettings settings;
    private final LoadForecast demand;
    private final LoadForecast base;
    private final Deque<PastQuarter> past = new ArrayDeque<>();
    private Optional<Quantity> cap = Optional.empty();
    private Optional<PowerSplit> split = Optional.empty();
    private Optional<Instant> calmSince = Optional.empty();

    DistrictBook(TwinId district, EnergySettings settings) {
        this.district = district;
        this.settings = settings;
        this.demand = LoadForecast.of(settings.forecast());
        this.base = LoadForecast.of(settings.forecast().ahead(STEADY));
    }

    /** Goes on from what another one with the same settings knew. */
    DistrictBook(EnergyState.Book known, EnergySettings settings) {
        this(known.district(), settings);
        demand.resume(known.demand());
        base.resume(known.base());
        past.addAll(known.past());
        cap = known.cap();
        split = known.split().map(PowerSplit::of);
        calmSince = known.calmSince();
    }

    EnergyState.Book state() {
        return new EnergyState.Book(
                district, demand.state(), base.state(), past(), cap, split.map(PowerSplit::state), calmSince);
    }

    LoadForecast forecast() {
        return demand;
    }

    List<PastQuarter> past() {
        return List.copyOf(past);
    }

    Optional<PowerSplit> split() {
        return split;
    }

    void close(Instant from, List<Source> sources, Map<Source, Tally.Part> parts) {
        EnergyBalance balance = balance(from, sources, parts);
        past.add(new PastQuarter(balance, demand.next().stream().findFirst(), cap, split.isPresent()));
        while (!past.element().balance().from().isAfter(from.minus(KEPT))) {
            past.remove();
        }
        demand.close(from, balance.demand());
        base.close(from, balance.base());
    }

    private EnergyBalance balance(Instant from, List<Source> sources, Map<Source, Tally.Part> parts) {
        Map<Source.Kind, BigDecimal> energy = new EnumMap<>(Source.Kind.class);
        BigDecimal estimated = BigDecimal.ZERO;
        BigDecimal withheld = BigDecimal.ZERO;
        SortedSet<TwinId> missing = new TreeSet<>();
        for (Source source : sources) {
            Tally.Part part = parts.getOrDefault(source, Tally.Part.UNKNOWN);
            energy.merge(source.kind(), part.energy(), BigDecimal::add);
            estimated = estimated.add(part.estimated());
            withheld = withheld.add(part.withheld());
            if (!part.known()) {
                missing.add(source.id());
            }
        }
        return new EnergyBalance(
                district,
                from,
                mean(energy, Source.Kind.BUILDINGS),
                mean(energy, Source.Kind.HEAT_PUMPS),
                mean(energy, Source.Kind.PANELS),
                mean(energy, Source.Kind.CHARGING),
                mean(energy, Source.Kind.LAMPS),
                Kilowatts.quantity(Kilowatts.mean(withheld)),
                Kilowatts.quantity(Kilowatts.mean(estimated)),
                missing);
    }

    private static Quantity mean(Map<Source.Kind, BigDecimal> energy, Source.Kind kind) {
        return Kilowatts.quantity(Kilowatts.mean(energy.getOrDefault(kind, BigDecimal.ZERO)));
    }

    void unlimited() {
        cap = Optional.empty();
        letGo();
    }

    private void letGo() {
        split = Optional.empty();
        calmSince = Optional.empty();
    }

    /** The most that each device may take, in %; empty while the limit is far enough. */
    SortedMap<ActuatorId, BigDecimal> split(Quantity most, Flexible flexible, Instant moment) {
        cap = Optional.of(most);
        BigDecimal limit = Kilowatts.of(most);
        if (split.isPresent()
                ? isCalm(limit, flexible, moment)
                : need(flexible, 1).compareTo(limit) <= 0) {
            letGo();
            return new TreeMap<>();
        }
        PowerSplit now = FairShares.split(
                flexible.under(limit, high(base, 0, flexible.base()).add(flexible.fixed())));
        split = Optional.of(now);
        SortedMap<ActuatorId, BigDecimal> shares = new TreeMap<>(flexible.idle());
        now.grants().forEach((id, grant) -> shares.put(id, grant.share().amount()));
        shares.entrySet().removeIf(share -> share.getValue().compareTo(flexible.most(share.getKey())) >= 0);
        return shares;
    }

    /** Whether all could be let go, and could have been for long enough. */
    private boolean isCalm(BigDecimal limit, Flexible flexible, Instant moment) {
        BigDecimal calm =
                limit.subtract(Charger.of(limit, settings.hysteresis()).abs());
        if (need(flexible, STEADY).compareTo(calm) > 0) {
            calmSince = Optional.empty();
            return false;
        }
        Instant since = calmSince.orElse(moment);
        calmSince = Optional.of(since);
        return !moment.isBefore(since.plus(settings.rest()));
    }

    /** The most that the next quarters may need if nothing is limited: by what is there now, and by what such quarters bring. */
    private BigDecimal need(Flexible flexible, int quarters) {
        BigDecimal there = flexible.fixed().add(flexible.released());
        BigDecimal most = flexible.base().add(there);
        for (int ahead = 0; ahead < Math.min(quarters, demand.next().size()); ahead++) {
            BigDecimal now = high(base, ahead, flexible.base()).add(there);
            BigDecimal usual = high(demand, ahead, now);
            most = ahead == 0 ? now.max(usual) : most.max(now).max(usual);
        }
        return most;
    }

    private static BigDecimal high(LoadForecast forecast, int ahead, BigDecimal otherwise) {
        return ahead < forecast.next().size()
                ? forecast.next().get(ahead).high().amount()
                : otherwise;
    }

    String reason(Flexible flexible) {
        return "`" + district + "` may draw `" + cap.map(Quantity::toString).orElse("") + "`, and up to `"
                + Kilowatts.quantity(need(flexible, 1).setScale(1, RoundingMode.HALF_UP))
                + "` may be wanted: charging and lights share what is left.";
    }
}
