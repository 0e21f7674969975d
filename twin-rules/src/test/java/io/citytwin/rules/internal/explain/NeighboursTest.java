package io.citytwin.rules.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    private static List<BigDecimal> numbers(String... texts) {
        return Stream.of(texts).map(BigDecimal::new).toList();
    }

    private static NavigableSet<BigDecimal> cuts(String... texts) {
        return new TreeSet<>(numbers(texts));
    }

    @Test
    void whatIsCountedGoesInWholesAndWhatIsMeasuredInTenthsAtLeast() {
        assertThat(Neighbours.of(Unit.INHABITANTS, numbers("30000")).above(new BigDecimal("30000")))
                .isEqualByComparingTo("30001");
        assertThat(Neighbours.of(Unit.METRE, numbers("12")).above(new BigDecimal("12")))
                .isEqualByComparingTo("12.1");
        assertThat(Neighbours.of(Unit.METRE, numbers("7.5", "7.51")).above(new BigDecimal("7.5")))
                .isEqualByComparingTo("7.51");
        assertThat(Neighbours.of(Unit.METRE, numbers("12")).below(new BigDecimal("12")))
                .isEqualByComparingTo("11.9");
    }

    @Test
    void theWayLeadsOverEachCutAndNeverOverTheStart() {
        Neighbours steps = Neighbours.of(Unit.DAYS, numbers());

        assertThat(steps.up(BigDecimal.valueOf(2), cuts("2", "5"))).isEqualTo(numbers("3", "5", "6"));
        assertThat(steps.up(BigDecimal.valueOf(6), cuts("2", "5"))).isEmpty();
        assertThat(steps.down(BigDecimal.valueOf(5), cuts("2", "5"))).isEqualTo(numbers("4", "2", "1"));
        assertThat(steps.all(cuts("2", "3"))).isEqualTo(numbers("1", "2", "3", "4"));
        assertThat(steps.all(cuts())).isEmpty();
    }
}
