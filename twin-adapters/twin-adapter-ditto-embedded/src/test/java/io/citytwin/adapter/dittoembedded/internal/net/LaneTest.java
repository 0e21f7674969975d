package io.citytwin.adapter.dittoembedded.internal.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {

    @Test
    void whatFailsStopsNothingThatWaits() {
        Lane lane = new Lane(Runnable::run);
        List<String> done = new ArrayList<>();
        for (Error failure :
                List.of(new StackOverflowError(), new NoClassDefFoundError("Gone"), new AssertionError("not so"))) {
            lane.add(() -> {
                throw failure;
            });
            lane.add(() -> done.add(failure.getClass().getSimpleName()));
        }
        assertThat(done).containsExactly("StackOverflowError", "NoClassDefFoundError", "AssertionError");
    }
}
