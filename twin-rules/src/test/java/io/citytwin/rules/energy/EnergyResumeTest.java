package io.citytwin.rules.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.rules.directive.Allotter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a district knows outlives its process: cut at any step's end, the rest is as if nothing had happened. */
class EnergyResumeTest {

    private static final int STEPS = 7 * 96;

    private static List<List<Allotter.Share>> play(DistrictEnergy energy, List<RandomDays.Step> steps) {
        List<List<Allotter.Share>> shares = new ArrayList<>();
        for (RandomDays.Step step : steps) {
            step.inputs().forEach(energy::accept);
            shares.add(energy.split(step.awards(), step.moment()));
        }
        return shares;
    }

    private static DistrictEnergy resumed(String state) {
        DistrictEnergy after = RandomDays.energy();
        after.resume(state);
        return after;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theRestIsTheSameAsWithoutACut(long seed) {
        List<RandomDays.Step> steps = new RandomDays(seed).steps(STEPS);
        Random random = new Random(seed);
        // Anywhere, and on the last day, when there is most to remember.
        for (int cut : List.of(random.nextInt(STEPS), STEPS - 4 - random.nextInt(92))) {
            DistrictEnergy whole = RandomDays.energy();
            play(whole, steps.subList(0, cut));
            String state = whole.state().orElseThrow();
            DistrictEnergy second = resumed(state);
            assertThat(second.state()).contains(state);
            List<List<Allotter.Share>> rest = play(second, steps.subList(cut, STEPS));
            assertThat(rest).isEqualTo(play(whole, steps.subList(cut, STEPS)));
            assertThat(rest).anyMatch(shares -> !shares.isEmpty());
            assertSame(second, whole);
        }
    }

    private static void assertSame(DistrictEnergy one, DistrictEnergy other) {
        assertThat(one.state()).isEqualTo(other.state());
        assertThat(one.districts()).isEqualTo(other.districts()).hasSize(2);
        RandomDays.DISTRICTS.forEach(district -> {
            assertThat(one.past(district)).isEqualTo(other.past(district)).isNotEmpty();
            assertThat(one.predictions(district))
                    .isEqualTo(other.predictions(district))
                    .isNotEmpty();
            assertThat(one.error(district)).isEqualTo(other.error(district));
            assertThat(one.error(district, 70)).isEqualTo(other.error(district, 70));
            assertThat(one.current(district)).isEqualTo(other.current(district));
        });
    }

    /** Else the property above would hold of one that remembers nothing that matters. */
    @Test
    void withoutItsStateTheRestIsAnother() {
        List<RandomDays.Step> steps = new RandomDays(1).steps(STEPS);
        DistrictEnergy whole = RandomDays.energy();
        List<List<Allotter.Share>> shares = play(whole, steps);
        int cut = STEPS / 2;
        assertThat(play(RandomDays.energy(), steps.subList(cut, STEPS))).isNotEqualTo(shares.subList(cut, STEPS));
        assertThat(whole.predictions(RandomDays.DISTRICTS.get(0)))
                .extracting(Prediction::method)
                .contains(Prediction.Method.SAME_QUARTER);
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        String none = Base64.getEncoder().encodeToString(new byte[] {7, 7, 7});
        assertThatThrownBy(() -> RandomDays.energy().resume(none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another version");
    }
}
