package io.citytwin.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final Instant NOON = Instant.parse("2024-11-04T12:00:00Z");
    private static final Twin MILAN = AssetTypes.builtIn().twin("it:milano", "Municipality");
    private static final Twin MONZA = AssetTypes.builtIn().twin("it:monza", "Municipality");
    private static final Twin LAMP = AssetTypes.builtIn()
            .twin("it.milano:lamp-1", "LampPost")
            .with("place", MILAN.id())
            .with("location", "9.19 45.46");

    private final TwinGraph graph = TwinGraph.of(AssetTypes.builtIn());
    private final List<String> heard = new ArrayList<>();

    @Test
    void tellsListenersInTheirOrderEachChangeBeforeTheNext() {
        graph.subscribe(change -> heard.add("first " + change.number()));
        graph.subscribe(change -> heard.add("second " + change.number()));
        graph.put(List.of(MILAN, MONZA), NOON);
        assertThat(heard).containsExactly("first 1", "second 1", "first 2", "second 2");
    }

    @Test
    void tellsFromNowOnAndUntilItIsClosed() {
        graph.put(List.of(MILAN), NOON);
        Consumer<Change> listener = change -> heard.add(change.twin().name());
        TwinGraph.Subscription once = graph.subscribe(listener);
        TwinGraph.Subscription twice = graph.subscribe(listener);
        graph.put(List.of(MONZA), NOON);
        once.close();
        once.close();
        graph.remove(MONZA.id(), NOON);
        twice.close();
        graph.remove(MILAN.id(), NOON);
        assertThat(heard).containsExactly("monza", "monza", "monza");
    }

    @Test
    void aListenerMayCloseItselfWhileItListens() {
        List<TwinGraph.Subscription> open = new ArrayList<>();
        open.add(graph.subscribe(change -> {
            heard.add(change.twin().name());
            open.get(0).close();
        }));
        graph.put(List.of(MILAN, MONZA), NOON);
        assertThat(heard).containsExactly("milano");
    }

    @Test
    void aListenerThatFailsHindersNobody() {
        graph.subscribe(change -> {
            throw new IllegalArgumentException("broken listener");
        });
        graph.subscribe(change -> {
            throw new AssertionError("broken listener");
        });
        graph.subscribe(change -> heard.add(change.twin().name()));
        graph.put(List.of(MILAN, MONZA), NOON);
        assertThat(heard).containsExactly("milano", "monza");
        assertThat(graph.all("Municipality")).hasSize(2);
    }

    @Test
    void aListenerReadsAllThatItsWriteHasChanged() {
        graph.subscribe(change -> heard.add(graph.all("Municipality").size() + " " + graph.revision()));
        graph.put(List.of(MILAN, MONZA), NOON);
        assertThat(heard).containsExactly("2 2", "2 2");
    }

    @Test
    void readersOnOtherThreadsNeedNotWaitForListeners() {
        graph.subscribe(change -> heard.add(CompletableFuture.supplyAsync(() -> graph.find(change.twin()))
                .join()
                .orElseThrow()
                .id()
                .name()));
        graph.put(List.of(MILAN), NOON);
        assertThat(heard).containsExactly("milano");
    }

    @Test
    void aListenerMayNotWrite() {
        graph.subscribe(change -> assertThatIllegalStateException()
                .isThrownBy(() -> graph.put(List.of(MONZA), NOON))
                .withMessageContaining("A listener may read the graph, not write to it"));
        List<Throwable> thrown = new ArrayList<>();
        graph.subscribe(change -> {
            try {
                graph.remove(change.twin(), NOON);
            } catch (IllegalStateException refused) {
                thrown.add(refused);
            }
        });
        graph.put(List.of(MILAN), NOON);
        assertThat(thrown).hasSize(1);
        assertThat(graph.all("Municipality")).containsExactly(MILAN.id());
        graph.put(List.of(MONZA), NOON);
        assertThat(graph.all("Municipality")).hasSize(2);
    }

    @Test
    void aConditionMayReadAndNotWrite() {
        graph.put(List.of(MILAN, LAMP), NOON);
        Location here = Location.of("9.19 45.46");
        List<TwinGraph.Near> lit =
                graph.nearest(here, "LampPost", lamp -> graph.find(MILAN.id()).isPresent(), 1);
        assertThat(lit).extracting(TwinGraph.Near::twin).containsExactly(LAMP.id());
        assertThatIllegalStateException()
                .isThrownBy(() -> graph.nearest(here, "LampPost", lamp -> removed(lamp.id()), 1))
                .withMessageContaining("A condition may read");
        assertThatIllegalStateException()
                .isThrownBy(() -> graph.nearest(here, "LampPost", lamp -> graph.subscribe(c -> {}) != null, 1));
        assertThat(removed(LAMP.id())).isTrue();
    }

    private boolean removed(TwinId twin) {
        graph.remove(twin, NOON);
        return true;
    }
}
