package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Justification;
import io.citytwin.rules.directive.Award;
import io.citytwin.rules.directive.Award.Reason;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who wins one actuator, with what value, and why the others lose. */
class ContestTest {

    private static final int OPERATOR = 1;
    private static final int TOWN = 2;
    private static final int STATE = 5;
    private static final Regulation MODEL = ClaimRules.regulations().get(0);
    private static final Actuator LAMP = new Actuator(percent(100), percent(100));

    private final List<Regulation> regulations = new ArrayList<>();
    private final List<Finding> claims = new ArrayList<>();

    private static Quantity percent(int amount) {
        return Quantity.of(amount, Unit.of("%"));
    }

    private Finding set(String name, int rank, Value value) {
        return claim(name, rank, new Effect.Claim("dimming", value));
    }

    private Finding limit(String name, int rank, int most) {
        return claim(name, rank, new Effect.Limit("dimming", percent(most), Optional.empty()));
    }

    private Finding claim(String name, int rank, Effect effect) {
        regulations.add(new Regulation(
                name,
                MODEL.title(),
                MODEL.jurisdiction(),
                MODEL.authority(),
                rank,
                MODEL.verified(),
                MODEL.sources(),
                MODEL.uses(),
                MODEL.provisions(),
                MODEL.parameters(),
                MODEL.state(),
                MODEL.rules(),
                MODEL.cases(),
                MODEL.hash()));
        Provision model = MODEL.provisions().get(MODEL.provisions().firstKey());
        Provision provision = new Provision(
                name,
                "p",
                model.since(),
                model.lastDay(),
                model.source(),
                model.title(),
                model.says(),
                model.confidence(),
                model.conflict(),
                0,
                model.place());
        Justification why = new Justification(Optional.empty(), List.of(), List.of(), List.of(), List.of());
        Finding claim = new Finding(provision, TwinId.of("xx:lamp"), effect, why);
        claims.add(claim);
        return claim;
    }

    private Award award(Actuator actuator) {

        return new Contest(new Law(regulations), actuator, claims).award().orElseThrow();
    }

    private static List<Reason> reasons(Award award) {
        return award.losers().stream().map(Award.Loser::reason).toList();
    }

    @Test
    void nothingWinsWithoutClaims() {
        assertThat(new Contest(new Law(List.of()), LAMP, List.of()).award()).isEmpty();
    }

    @Test
    void theStrictestLimitWinsWhateverItsRank() {
        limit("a", STATE, 50);
        Finding strict = limit("b", OPERATOR, 40);
        assertThat(award(LAMP).winner()).isEqualTo(strict);
        assertThat(award(LAMP).value()).isEqualTo(percent(40));
        assertThat(reasons(award(LAMP))).containsExactly(Reason.LESS_STRICT);
    }

    @Test
    void aLimitNeverRaisesWhatRests() {
        limit("a", STATE, 50);
        assertThat(award(new Actuator(percent(30), percent(30))).value()).isEqualTo(percent(30));
        assertThat(award(new Actuator(percent(51), percent(30))).value()).isEqualTo(percent(50));
    }

    @Test
    void ofTwoThatSetTheHigherRankWins() {
        set("a", TOWN, percent(30));
        Finding state = set("b", STATE, percent(80));
        assertThat(award(LAMP).winner()).isEqualTo(state);
        assertThat(award(LAMP).value()).isEqualTo(percent(80));
        assertThat(reasons(award(LAMP))).containsExactly(Reason.LOWER_RANK);
    }

    @Test
    void houseRulesNeverBeatLaw() {
        set("a", OPERATOR, percent(10));
        limit("b", OPERATOR, 20);
        Finding town = set("c", TOWN, percent(80));
        assertThat(award(LAMP).winner()).isEqualTo(town);
        assertThat(award(LAMP).value()).isEqualTo(percent(80));
        assertThat(reasons(award(LAMP))).containsExactly(Reason.LOWER_RANK, Reason.LOWER_RANK);
    }

    @Test
    void aLimitBoundsWhatIsSetAboveIt() {
        set("a", STATE, percent(80));
        Finding limit = limit("b", TOWN, 79);
        limit("c", TOWN, 90);
        assertThat(award(LAMP).winner()).isEqualTo(limit);
        assertThat(award(LAMP).value()).isEqualTo(percent(79));
        assertThat(reasons(award(LAMP))).containsExactly(Reason.BEYOND_LIMIT, Reason.LESS_STRICT);
    }

    @Test
    void whatIsSetUpToALimitWins() {
        Finding set = set("a", STATE, percent(80));
        limit("b", TOWN, 80);
        assertThat(award(LAMP).winner()).isEqualTo(set);
        assertThat(reasons(award(LAMP))).containsExactly(Reason.KEPT);
    }

    @Test
    void aHouseLimitBoundsAHouseRule() {
        set("a", OPERATOR, percent(80));
        limit("b", OPERATOR, 60);
        assertThat(award(LAMP).value()).isEqualTo(percent(60));
    }

    @Test
    void namesAndFlagsAreWonByTheStrongest() {
        set("a", OPERATOR, new Value.Flag(false));
        set("b", TOWN, new Value.Flag(true));
        assertThat(award(LAMP).value()).isEqualTo(new Value.Flag(true));
    }

    @Test
    void ofEqualClaimsTheEarlierNameWinsSoThatTheOrderOfFiringDecidesNothing() {
        set("b", TOWN, percent(30));
        set("a", TOWN, percent(40));
        set("a", TOWN, percent(20));
        assertThat(award(LAMP).value()).isEqualTo(percent(20));
        assertThat(reasons(award(LAMP))).containsOnly(Reason.LATER_NAME);
    }
}
