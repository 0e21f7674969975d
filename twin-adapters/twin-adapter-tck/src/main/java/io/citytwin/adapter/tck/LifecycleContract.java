package io.citytwin.adapter.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.citytwin.core.spi.DeviceAdapter;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What holds for every adapter: it begins, ends, and shows no secret. Safe for use by many threads. */
public interface LifecycleContract {

    /**
     * The other side.
     *
     * @return a new one for each test, started
     */
    Peer peer();

    /** A name is a word for logs and health. */
    @Test
    default void itHasAName() {
        try (Peer peer = peer()) {
            assertThat(peer.adapter().name()).matches("[\\p{L}\\p{N}._-]{1,40}");
        }
    }

    /** Serving is a question of the twin alone, also before the start. */
    @Test
    default void itServesSomeOfTheTwins() {
        try (Peer peer = peer()) {
            DeviceAdapter adapter = peer.adapter();
            assertThat(peer.twins()).anyMatch(adapter::serves);
        }
    }

    /** After its stop nothing of it is left. */
    @Test
    default void itLeavesNoThread() {
        try (Peer peer = peer()) {
            Set<String> before = threads();
            ContractCity city = new ContractCity(peer);
            city.close();
            Awaitility.await("threads that are left")
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> {
                        // The client of java.net.http cannot be closed before Java 21: its thread ends when nobody
                        // holds it.
                        System.gc();
                        assertThat(before).containsAll(threads());
                    });
        }
    }

    /** Who closes twice, or what was never started, does no harm. */
    @Test
    default void stoppingIsAlwaysPossible() {
        try (Peer peer = peer()) {
            DeviceAdapter adapter = peer.adapter();
            assertThatCode(adapter::stop).doesNotThrowAnyException();
            ContractCity city = new ContractCity(peer);
            city.close();
            assertThatCode(city.adapter()::stop).doesNotThrowAnyException();
        }
    }

    /** Nothing that anybody can read has a secret in it. */
    @Test
    default void itShowsNoSecret() {
        try (Peer peer = peer();
                ContractCity city = new ContractCity(peer)) {
            city.until("an idle city", () -> city.city().health().inputs() > 0);
            peer.secrets().forEach(secret -> assertThat(city.everything()).doesNotContain(secret.reveal()));
        }
    }

    private static Set<String> threads() {
        // Threads that libraries share and never end are those of the virtual machine's own pools.
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> !name.startsWith("ForkJoinPool.commonPool") && !name.startsWith("awaitility"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
