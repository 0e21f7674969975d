package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.verify.GroupReads.Cell;
import io.citytwin.rules.verify.GroupReads.How;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupReadsTest {

    private static List<GroupReads> of(RegulationBundle bundle, String id) {
        return GroupReads.of(bundle, bundle.find(id).orElseThrow());
    }

    private static GroupReads group(List<GroupReads> groups, String name) {
        return groups.stream()
                .filter(one -> one.group().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private final List<GroupReads> smoke = of(RegulationBundle.directory(Northland.FOLDER), Northland.ID);

    @Test
    void rulesOfALevelAreOneGroupAndOthersGoByTheirProvision() {
        assertThat(smoke).extracting(GroupReads::group).containsExactly("Level", "heating", "traffic");
    }

    @Test
    void aRunIsCutAtAllDatedValuesOfWhatItIsComparedWith() {
        // 4 days until 2024, 2 since: below 2, from 2, from 4. A rule asks for a day below the limit as well.
        assertThat(group(smoke, "Level").cells())
                .contains(
                        new Cell("Province.over", How.REGISTER, "at 2, 4 days", 3),
                        new Cell("Province.below", How.REGISTER, "at 1 days", 2),
                        new Cell("Province.level", How.REGISTER, "3 names", 3),
                        new Cell("Province.forecast", How.REGISTER, "3 names", 3),
                        new Cell("where", How.ZONE, "in XX-1 or not", 2));
        // 4 * 3 * 4 * 4 * 3, each with what is not known.
        assertThat(group(smoke, "Level").most()).isEqualTo(BigInteger.valueOf(576));
        assertThat(group(smoke, "Level").law()).containsExactly("checkDays", "onDays", "season");
    }

    @Test
    void namesAreExactAndRelationsLeadToWhatIsLookedAtOrNot() {
        assertThat(group(smoke, "traffic").cells())
                .extracting(Cell::name, Cell::how)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Vehicle.fuel", How.EXACT),
                        org.assertj.core.groups.Tuple.tuple("Vehicle.place", How.RELATION),
                        org.assertj.core.groups.Tuple.tuple("Province.level", How.REGISTER));
        assertThat(group(smoke, "heating").law()).containsExactly("heatReduction", "xx.state.heating/indoorMax");
    }
}
