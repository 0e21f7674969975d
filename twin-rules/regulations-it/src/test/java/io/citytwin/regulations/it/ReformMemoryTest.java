package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Twin;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.LiveFindings;
import io.citytwin.rules.regulation.Regulation;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Law that takes the place of law, again and again, leaves nothing of the law before. */
class ReformMemoryTest {

    private static final Instant NOW = Instant.parse("2026-01-20T09:00:00Z");
    private static final int WARM_UP = 40;
    private static final int REFORMS = 200;
    private static final int CLASSES = 60;
    private static final long MEGABYTE = 1 << 20;
    private static final LiveFindings.Listener NOBODY = (twin, before, now) -> {};

    /** What may grow with every law. */
    private record Size(int classes, long metaspace, long heap) {

        static Size now() {
            System.gc();
            System.gc();
            MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
            long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .mapToLong(pool -> pool.getUsage().getUsed())
                    .sum();
            return new Size(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(), metaspace, heap.getUsed());
        }
    }

    @Test
    void twoHundredReformsLeaveNothing() {
        List<Regulation> law = ShippedCity.LAW.stream()
                .filter(one -> one.id().startsWith("it.lombardia.") || one.id().startsWith("it.nazionale."))
                .toList();
        List<Regulation> less = law.stream()
                .filter(one -> !one.id().equals("it.nazionale.vehicle-classes"))
                .toList();
        try (LiveFindings live =
                LiveFindings.of(graph(), new LiveFindings.CityLaw(less, CivilCalendar.italy(), NOW), 2)) {
            reform(live, law, less, WARM_UP);
            Size before = Size.now();
            reform(live, law, less, REFORMS);
            Size after = Size.now();
            // What a reform leaves is less than a hundredth of a law, or it is nothing. The counters by which the
            // compiler
            // knows hot code lie in the metaspace as well.
            assertThat(after.classes() - before.classes()).isLessThan(CLASSES);
            assertThat(after.metaspace() - before.metaspace()).isLessThan(4 * MEGABYTE);
            assertThat(after.heap() - before.heap()).isLessThan(4 * MEGABYTE);
        }
    }

    private static TwinGraph graph() {
        TwinGraph graph = TwinGraph.of(ShippedCity.TYPES);
        ShippedCity any = new ShippedCity(new Random(1));
        List<Twin> twins = new ArrayList<>();
        ShippedCity.ALL.forEach(type -> {
            for (int number = 0; number < ShippedCity.OF_A_TYPE; number++) {
                twins.add(any.twin(type, number));
            }
        });
        graph.put(twins, NOW);
        return graph;
    }

    private static void reform(LiveFindings live, List<Regulation> law, List<Regulation> less, int times) {
        for (int reform = 0; reform < times; reform++) {
            live.adopt(live.prepare(reform % 2 == 0 ? law : less), NOBODY);
        }
    }
}
