package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.time.CivilCalendar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One change that fails takes nothing else with it. */
class ShardTest {

    @Test
    void whatFailsIsToldAndAllElseCounts() {
        AssetTypes types = AssetTypes.builtIn();
        List<Twin> twins = new AnyCity(new Random(1), types.all(), List.of(BigDecimal.ONE), List.of("XX")).twins();
        Shard plain = shard(types);
        twins.forEach(twin -> plain.add(tables -> tables.put(twin)));
        List<Shard.Told> told = Shard.wait(plain.step()).told();
        Shard failing = shard(types);
        for (Twin twin : twins) {
            failing.add(tables -> tables.put(twin));
            failing.add(tables -> {
                throw new IllegalStateException("planted for " + twin.id());
            });
        }
        Shard.Ended ended = Shard.wait(failing.step());
        assertThat(told).isNotEmpty();
        assertThat(ended.told()).containsExactlyInAnyOrderElementsOf(told);
        assertThat(ended.failure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .hasMessage("planted for " + twins.get(0).id()));
        assertThat(Shard.wait(failing.step()).failure()).isEmpty();
        plain.close();
        failing.close();
    }

    private static Shard shard(AssetTypes types) {
        return new Shard(
                "citytwin-shard-test",
                new ClassTables(ClaimRules.regulations(), types, CivilCalendar.italy(), Store.NOON));
    }
}
