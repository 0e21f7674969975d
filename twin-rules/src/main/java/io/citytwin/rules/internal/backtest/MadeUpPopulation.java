package io.citytwin.rules.internal.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Recording;
import io.citytwin.rules.verify.BacktestPopulation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Draws a population from the mix in a file of this package. For one thread at a time. */
public final class MadeUpPopulation {

    private static final String NAMESPACE = "made-up";
    private static final String FILE = "made-up-population.json";

    private final AssetTypes assets = AssetTypes.builtIn();
    private final JsonNode mix;
    private final long seed;
    private final List<Twin> twins = new ArrayList<>();

    private MadeUpPopulation(long seed) {
        this.mix = mix();
        this.seed = seed;
    }

    private static JsonNode mix() {
        try (InputStream in = Objects.requireNonNull(MadeUpPopulation.class.getResourceAsStream(FILE), FILE)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Draws.
     *
     * @param recording whose provinces and municipalities are populated
     * @param seed the same seed draws the same
     * @return the same number of each kind in each area
     */
    public static BacktestPopulation of(Recording recording, long seed) {
        MadeUpPopulation drawn = new MadeUpPopulation(seed);
        recording.twins().stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(drawn::populate);
        String label = drawn.mix.path("label").asText() + ", seed " + seed;
        return new BacktestPopulation(label, true, drawn.twins, List.of());
    }

    private void populate(Twin area) {
        if (area.type().name().equals("Province")) {
            // Each area draws for itself, so that it stays the same whatever other areas there are.
            Random random = new Random(seed + area.id().toString().hashCode());
            List<TwinId> places = new ArrayList<>();
            for (JsonNode municipality : mix.path("municipalities")) {
                Twin place = twin(area.id(), "Municipality", places.size() + 1, municipality)
                        .with("province", area.id());
                twins.add(place);
                places.add(place.id());
            }
            settle(area.id(), places, random);
        }
    }

    private void settle(TwinId area, List<TwinId> places, Random random) {
        for (JsonNode kind : mix.path("kinds")) {
            String type = kind.path("type").asText();
            for (int number = 1; number <= kind.path("each").asInt(); number++) {
                TwinId place = places.get(draw(mix.path("municipalities"), random));
                twins.add(twin(area, type, number, kind.path("mix").path(draw(kind.path("mix"), random)))
                        .with("place", place));
            }
        }
    }

    private Twin twin(TwinId area, String type, int number, JsonNode drawn) {
        String id = NAMESPACE + ":" + area.namespace() + "-" + area.name() + "-" + type + "-" + number;
        return assets.twin(id, type).withAll(drawn.path("values").asText());
    }

    /** The position of one of several, by their weights. */
    private static int draw(JsonNode weighted, Random random) {
        int sum = 0;
        for (JsonNode one : weighted) {
            sum += one.path("weight").asInt();
        }
        int left = random.nextInt(sum);
        int at = 0;
        while (left >= weighted.path(at).path("weight").asInt()) {
            left -= weighted.path(at).path("weight").asInt();
            at++;
        }
        return at;
    }
}
