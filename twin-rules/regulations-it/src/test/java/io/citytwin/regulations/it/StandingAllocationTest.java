package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.StandingFindings;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changes nothing costs no memory, and what was asked about ahead asks no rule. */
class StandingAllocationTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final StandingFindings.Listener NOBODY = (twin, before, now) -> {};
    private static final String SMOG = "it.lombardia.antismog";
    private static final TwinId PROVINCE = TwinId.of("it.province:Monza");
    /** Far less than one call of Drools needs, and more than the measuring itself. */
    private static final long LITTLE = 4_000;

    private static final Instant EVENING = Instant.parse("2026-01-20T20:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-01-21T09:00:00Z");

    private final AssetTypes types = AssetTypes.builtIn();
    private StandingFindings standing = city(MORNING);
    private int car;

    private StandingFindings city(Instant start) {
        StandingFindings fresh = StandingFindings.of(ShippedCity.LAW, types, CivilCalendar.italy(), start);
        fresh.put(types.twin("it:Lombardia", "Region").withAll("code=IT-25"));
        fresh.put(types.twin(PROVINCE.toString(), "Province").withAll("region=it:Lombardia"));
        fresh.put(types.twin("it:Monza", "Municipality")
                .withAll("province=it.province:Monza population=122000 volunteer=false trafficBand=1"));
        car = fresh.put(types.twin("demo:car", "Vehicle")
                .withAll("place=it:Monza category=M1 fuel=diesel euro=4 service=private kilometreScheme=false"));
        fresh.level(SMOG, "Level", PROVINCE, "none");
        fresh.step(NOBODY);
        return fresh;
    }

    private static long allocated(Runnable work) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    @Test
    void anUpdateThatChangesNothing() {
        int kilometres = standing.column("Vehicle", "kilometres");
        int fuel = standing.column("Vehicle", "fuel");
        List<Value> between = List.of(Quantity.of(1_200, Unit.KILOMETRE), Quantity.of(1_300, Unit.KILOMETRE));
        Value diesel = new Value.Term("diesel");
        Runnable updates = () -> {
            for (int update = 0; update < 1_000; update++) {
                standing.set(car, kilometres, between.get(update % 2));
                standing.set(car, fuel, diesel);
                standing.step(NOBODY);
            }
        };
        updates.run();
        // The first updates are interpreted, and some of what the interpreter needs goes when they are compiled.
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 20; run++) {
            least = Math.min(least, allocated(updates));
        }
        assertThat(least).isZero();
    }

    @Test
    void aLevelThatWasAskedAboutAhead() {
        long unprepared = allocated(() -> to("first"));
        standing.prepare(SMOG, "Level", "second");
        long prepared = allocated(() -> to("second"));
        assertThat(unprepared).isGreaterThan(10 * LITTLE);
        assertThat(prepared).isLessThan(LITTLE);
    }

    @Test
    void anHourThatWasAskedAboutAhead() {
        // The first city pays for classes that nobody loaded before.
        morning(city(EVENING));
        long unprepared = morning(city(EVENING));
        standing = city(EVENING);
        int byNight = standing.of(car).size();
        standing.prepare(MORNING);
        assertThat(10 * morning(standing)).isLessThan(unprepared);
        assertThat(standing.of(car)).hasSizeGreaterThan(byNight);
    }

    private static long morning(StandingFindings city) {
        return allocated(() -> {
            city.advanceTo(MORNING);
            city.step(NOBODY);
        });
    }

    private void to(String state) {
        standing.level(SMOG, "Level", PROVINCE, state);
        standing.step(NOBODY);
    }
}
