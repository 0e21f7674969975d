package io.citytwin.adapter.ditto.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** Looks for threads that a closed link, or the libraries below it, left behind. */
public final class LeftThreads {

    private LeftThreads() {}

    public static void none() {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.contains("ditto-") && !name.startsWith("fake"))
                        .noneMatch(name -> name.contains("ReadingThread") || name.contains("WritingThread")));
    }
}
