package io.citytwin.adapter.dittotck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.citytwin.adapter.dittotck.internal.Http;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Four Things with numbers and names that nobody else has, found by the index. */
record Flock(Scene scene, String word, List<String> ids) {

    static Flock of(Scene scene) {
        String word = scene.word("flock");
        List<String> ids = new ArrayList<>();
        for (int n = 1; n <= 4; n++) {
            ids.add(scene.thing(
                    """
                    {attributes: {flock: '%s', n: %d, name: 'bird%d', even: %b %s},
                    features: {wing: {properties: {span: %d}, desiredProperties: {span: %d}}}}
                    """.formatted(word, n, n, n % 2 == 0, n % 2 == 1 ? ", odd: true" : "", 10 * n, 10 * n)));
        }
        Flock flock = new Flock(scene, word, ids);
        flock.finds("exists(thingId)", 1, 2, 3, 4);
        return flock;
    }

    String only(String filter) {
        return "and(eq(attributes/flock,'" + word + "')," + filter + ")";
    }

    void finds(String filter, Integer... numbers) {
        await(filter)
                .atMost(Duration.ofSeconds(40))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(Page.of(scene.operator()
                                        .get("search/things?" + Http.query(Map.of("filter", only(filter)))))
                                .numbers())
                        .as(filter)
                        .containsExactlyInAnyOrder(numbers));
    }

    Page page(String option) {
        return Page.of(scene.operator()
                .get("search/things?" + Http.query(Map.of("filter", only("exists(thingId)"), "option", option))));
    }
}
