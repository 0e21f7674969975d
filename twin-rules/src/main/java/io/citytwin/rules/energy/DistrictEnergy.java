package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Allotter;
import io.citytwin.rules.directive.Award;
import io.citytwin.rules.internal.binary.RecordCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps districts within the power that rules allow them. It follows what meters of electricity, heat pumps, panels, connectors and
 * lamps tell, draws the balance of each district at the end of each quarter of an hour, and predicts the next ones. When the
 * next quarter, by its upper end, would pass the limit on {@code District.load}, cars and lamps get shares of what
 * is left, until the next two quarters would stay below the limit by a margin with everybody let go, and that has been so for a
 * while; then there are no shares, and all rest again. The same inputs and awards always give the same shares. For one thread at a time.
 *
 * <p>A device belongs to the districts on whose ground it is. A reading that comes late counts from the quarter that is open when it
 * comes; balances that were drawn stay. While a district is held, a connector without a car is held at the floor of a session, so
 * that who comes cannot break the limit before the next step.
 */
public final class DistrictEnergy implements Allotter {

    /** The actuator of a district that is its budget. */
    public static final String BUDGET = "load";

    private static final RecordCodec<EnergyState> CODEC = RecordCodec.of(EnergyState.class);

    private final EnergySettings settings;
    private final Roster roster;
    private final SortedMap<TwinId, DistrictBook> books = new TreeMap<>();
    private @Nullable Instant open;

    DistrictEnergy(EnergySettings settings) {
        this.settings = settings;
        this.roster = new Roster(settings.trusted());
    }

    /**
     * Begins to say how districts are kept within their power.
     *
     * @param calendar whose civil quarters, weekends and holidays shape demand
     * @return a builder that needs nothing more
     */
    public static DistrictEnergyBuilder builder(CivilCalendar calendar) {
        return new DistrictEnergyBuilder(calendar);
    }

    @Override
    public void accept(Input input) {
        Instant now = input.receivedAt();
        Instant from = closeUntil(now, input instanceof Input.Tick);
        if (input instanceof Input.TwinChanged changed) {
            roster.take(changed.twin(), now, from);
        } else if (input instanceof Input.Observed observed) {
            roster.take(observed.observation());
        }
    }

    @Override
    public boolean splits(ActuatorId actuator) {
        return actuator.property().equals(BUDGET) && roster.districts().contains(actuator.twin());
    }

    @Override
    public boolean watches(ActuatorId actuator) {
        return roster.find(actuator.twin())
                .flatMap(Source::limits)
                .filter(actuator::equals)
                .isPresent();
    }

    @Override
    public List<Share> split(SortedMap<ActuatorId, Award> awards, Instant moment) {
        closeUntil(moment, true);
        SortedMap<ActuatorId, Share> shares = new TreeMap<>();
        for (TwinId district : roster.districts()) {
            ActuatorId budget = new ActuatorId(district, BUDGET);
            Award award = awards.get(budget);
            if (award == null || !(award.value() instanceof Quantity cap)) {
                book(district).unlimited();
                continue;
            }
            Flexible flexible = Flexible.of(roster.in(district), settings, awards);
            SortedMap<ActuatorId, BigDecimal> most = book(district).split(cap, flexible, moment);
            String reason = most.isEmpty() ? "" : book(district).reason(flexible);
            most.forEach((id, share) ->
                    shares.merge(id, new Share(id, Kilowatts.share(share), budget, reason), DistrictEnergy::stricter));
        }
        limit(shares, awards, moment);
        return List.copyOf(shares.values());
    }

    /** All readings, balances, predictions and errors that still count, and who is held. */
    @Override
    public Optional<String> state() {
        EnergyState state = new EnergyState(
                Optional.ofNullable(open),
                roster.districts(),
                roster.places(),
                roster.sources().stream().map(Source::state).toList(),
                books.values().stream().map(DistrictBook::state).toList());
        return Optional.of(Base64.getEncoder().encodeToString(CODEC.write(state)));
    }

    /**
     * Goes on where another one was that was built alike.
     *
     * @throws IllegalArgumentException if the state was written by another version
     */
    @Override
    public void resume(String state) {
        EnergyState known = CODEC.read(Base64.getDecoder().decode(state))
                .orElseThrow(() -> new IllegalArgumentException("the districts' state was written by another version"));
        open = known.open().orElse(null);
        roster.resume(known);
        known.books().forEach(one -> books.put(one.district(), new DistrictBook(one, settings)));
    }

    private static Share stricter(Share one, Share other) {
        return amount(other).compareTo(amount(one)) < 0 ? other : one;
    }

    private static BigDecimal amount(Share share) {
        return ((Quantity) share.most()).amount();
    }

    /** Remembers who is limited, so that what they would take otherwise is not forgotten. */
    private void limit(SortedMap<ActuatorId, Share> shares, SortedMap<ActuatorId, Award> awards, Instant moment) {
        Flexible others = new Flexible(settings, awards);
        for (Source source : roster.sources()) {
            if (source instanceof Charger charger) {
                ActuatorId id = charger.actuator();
                charger.limit(shares.containsKey(id), others.most(id), settings.step(), moment);
            } else if (source instanceof StreetLight light) {
                ActuatorId id = light.actuator();
                BigDecimal full = shares.containsKey(id) ? light.full().orElse(BigDecimal.ZERO) : BigDecimal.ZERO;
                light.limit(Charger.of(full, others.most(id)), moment);
            }
        }
    }

    /** Draws the balances of all quarters that are over. What comes at the very end of a quarter still belongs to it. */
    private Instant closeUntil(Instant now, boolean endIncluded) {
        Instant from = open;
        if (from == null) {
            Instant quarter = Kilowatts.quarterOf(now);
            from = quarter.equals(now) ? now : quarter.plus(Kilowatts.QUARTER);
        }
        Instant end = from.plus(Kilowatts.QUARTER);
        while (end.isBefore(now) || (endIncluded && end.equals(now))) {
            close(from, end);
            from = end;
            end = from.plus(Kilowatts.QUARTER);
        }
        open = from;
        return from;
    }

    private void close(Instant from, Instant end) {
        Map<Source, Tally.Part> parts = new HashMap<>();
        roster.sources().forEach(source -> parts.put(source, source.tally().close(end)));
        roster.districts().forEach(district -> book(district).close(from, roster.in(district), parts));
    }

    private DistrictBook book(TwinId district) {
        return books.computeIfAbsent(district, first -> new DistrictBook(first, settings));
    }

    private Optional<DistrictBook> known(TwinId district) {
        return Optional.ofNullable(books.get(district));
    }

    /**
     * All districts that it knows.
     *
     * @return sorted
     */
    public SortedSet<TwinId> districts() {
        return new TreeSet<>(roster.districts());
    }

    /**
     * The balances of a district.
     *
     * @param district whose
     * @return of the last eight days, oldest first; none if the district is not known
     */
    public List<PastQuarter> past(TwinId district) {
        return known(district).map(DistrictBook::past).orElse(List.of());
    }

    /**
     * What a district may demand in the next quarters if no budget limits it.
     *
     * @param district whose
     * @return the quarter that is open first; none before a quarter is over
     */
    public List<Prediction> predictions(TwinId district) {
        return known(district).map(book -> book.forecast().next()).orElse(List.of());
    }

    /**
     * How far predictions of the next quarter's demand were off in the last seven days.
     *
     * @param district whose
     * @return over all quarters
     */
    public ForecastError error(TwinId district) {
        return known(district).map(book -> book.forecast().error()).orElse(ForecastError.of(List.of()));
    }

    /**
     * How far predictions of one quarter of the civil day were off in the last seven days.
     *
     * @param district whose
     * @param quarterOfDay 0 for the one from midnight, 95 for the last
     * @return over the quarters of this time of day
     */
    public ForecastError error(TwinId district, int quarterOfDay) {
        return known(district).map(book -> book.forecast().error(quarterOfDay)).orElse(ForecastError.of(List.of()));
    }

    /**
     * How a district's power was split at the last step.
     *
     * @param district whose
     * @return empty while nobody is held
     */
    public Optional<PowerSplit> current(TwinId district) {
        return known(district).flatMap(DistrictBook::split);
    }
}
