package io.citytwin.adapter.mqtt.internal.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who reads more than is kept waits. */
class WindowTest {

    private final Window window = new Window(4);
    private final AtomicInteger read = new AtomicInteger();

    private Thread reader(int messages) {
        Thread reader = new Thread(() -> {
            for (int message = 0; message < messages && window.enter(); message++) {
                read.incrementAndGet();
            }
        });
        reader.start();
        return reader;
    }

    private static void untilItWaits(Thread reader) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> reader.getState() == Thread.State.WAITING);
    }

    @Test
    void onlySoManyAreInWork() throws InterruptedException {
        Thread reader = reader(6);
        untilItWaits(reader);
        assertThat(read).hasValue(4);

        assertThat(window.leave()).isTrue();
        assertThat(reader.getState()).isEqualTo(Thread.State.WAITING);
        assertThat(read).hasValue(4);

        assertThat(window.leave()).isTrue();
        reader.join();
        assertThat(read).hasValue(6);
    }

    @Test
    void nobodyWaitsForALineThatIsGone() throws InterruptedException {
        Thread one = reader(5);
        untilItWaits(one);
        Thread another = reader(1);
        untilItWaits(another);

        window.close();
        one.join();
        another.join();
        assertThat(read).hasValue(4);
        assertThat(window.isClosed()).isTrue();
        assertThat(window.enter()).isFalse();
        assertThat(window.leave()).isFalse();
    }
}
