package io.citytwin.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.time.SystemClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LiveCityTest {

    private final SmallTown town = new SmallTown();

    @Test
    void aLiveCityStepsOnOneThreadOfItsOwnAndLeavesNoneBehind() throws InterruptedException {
        Witness witness = new Witness();
        Set<String> before = citytwinThreads();
        CityTwin city = town.builder()
                .clock(new SystemClock())
                .governor(witness)
                .step(Duration.ofMillis(5))
                .build();
        assertThat(citytwinThreads()).isEqualTo(before);
        city.start();
        city.accept(new Input.Observed(SmallTown.power(70, new SystemClock().now())));
        assertThat(witness.steps.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(witness.observed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(witness.threads).containsOnlyOnce("citytwin-live");
        assertThat(citytwinThreads()).contains("citytwin-live");
        assertThatThrownBy(() -> city.advanceTo(Instant.MAX)).hasMessageContaining("C116");
        city.close();
        assertThat(citytwinThreads()).isEqualTo(before);
        assertThat(town.devices.stopped).isTrue();
    }

    @Test
    void aFarTimerGivesWayToANearOne() throws InterruptedException {
        CountDownLatch near = new CountDownLatch(1);
        try (CityTwin city =
                town.builder().clock(new SystemClock()).step(Duration.ofDays(1)).build()) {
            city.start();
            Instant now = new SystemClock().now();
            town.devices.context().at(now.plus(Duration.ofHours(1)), () -> {});
            town.devices.context().at(now.plusMillis(20), near::countDown);
            assertThat(near.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(citytwinThreads()).isEmpty();
    }

    private static Set<String> citytwinThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("citytwin"))
                .collect(Collectors.toSet());
    }

    /** Waits for three steps and one observation. */
    private static final class Witness implements Governor {
        private final CountDownLatch steps = new CountDownLatch(3);
        private final CountDownLatch observed = new CountDownLatch(1);
        private final Set<String> threads = ConcurrentHashMap.newKeySet();

        @Override
        public void accept(Input input) {
            if (input instanceof Input.Observed) {
                observed.countDown();
            }
        }

        @Override
        public List<Directive> step(Instant moment) {
            threads.add(Thread.currentThread().getName());
            steps.countDown();
            return List.of();
        }

        @Override
        public void close() {}
    }
}
