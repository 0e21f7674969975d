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
import io.citytwin.rules.directive.Claim;
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
    private final List<Bid> others = new ArrayList<>();

    private static Quantity percent(int amount) {
        return Quantity.of(amount, Unit.of("%"));
    }

    private Finding set(String name, int rank, Value value) {
        return claim(name, rank, new Effect.Claim("dimming", value));
    }

    private Finding limit(String name, int rank, int most) {
        return claim(name, rank, new Effect.Limit("dimming", percent(most), Optional.empty()));
    }

    private Finding floor(String name, int rank, int least) {
        return claim(name, rank, new Effect.Floor("dimming", percent(least)));
    }

    private void override(int value) {
        others.add(Bid.ofPerson(new Claim(
                Claim.PERSON,
                "Fire",
                Claim.Kind.OVERRIDE,
                percent(value),
                "Fire",
                Optional.empty(),
                Optional.of("Officer 7"))));
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
        return outcome(actuator).map(Contest.Outcome::award).orElseThrow();
    }

    private Optional<Contest.Outcome> outcome(Actuator actuator) {
        Law law = new Law(regulations);
        List<Bid> bids = new ArrayList<>(
                claims.stream().map(claim -> Bid.of(law, claim, "en")).toList());
        bids.addAll(others);
        return new Contest(actuator, bids).outcome();
    }

    private static List<Reason> reasons(Award award) {
        return award.losers().stream().map(Award.Loser::reason).toList();
    }

    @Test
    void nothingWinsWithoutClaims() {
        assertThat(outcome(LAMP)).isEmpty();
    }

    @Test
    void theStrictestLimitWinsWhateverItsRank() {
        limit("a", STATE, 50);
        Finding strict = limit("b", OPERATOR, 40);
        assertThat(award(LAMP).winner().provision())
                .isEqualTo(strict.provision().id());
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
        assertThat(award(LAMP).winner().provision()).isEqualTo(state.provision().id());
        assertThat(award(LAMP).value()).isEqualTo(percent(80));
        assertThat(reasons(award(LAMP))).containsExactly(Reason.LOWER_RANK);
    }

    @Test
    void houseRulesNeverBeatLaw() {
        set("a", OPERATOR, percent(10));
        limit("b", OPERATOR, 20);
        Finding town = set("c", TOWN, percent(80));
        assertThat(award(LAMP).winner().provision()).isEqualTo(town.provision().id());
        assertThat(award(LAMP).value()).isEqualTo(percent(80));
        assertThat(reasons(award(LAMP))).containsExactly(Reason.LOWER_RANK, Reason.LOWER_RANK);
    }

    @Test
    void aLimitBoundsWhatIsSetAboveIt() {
        set("a", STATE, percent(80));
        Finding limit = limit("b", TOWN, 79);
        limit("c", TOWN, 90);
        assertThat(award(LAMP).winner().provision()).isEqualTo(limit.provision().id());
        assertThat(award(LAMP).value()).isEqualTo(percent(79));
        assertThat(reasons(award(LAMP))).containsExactly(Reason.BEYOND_LIMIT, Reason.LESS_STRICT);
    }

    @Test
    void whatIsSetUpToALimitWins() {
        Finding set = set("a", STATE, percent(80));
        limit("b", TOWN, 80);
        assertThat(award(LAMP).winner().provision()).isEqualTo(set.provision().id());
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

    @Test
    void aPersonBeatsEveryRankAndEveryLimit() {
        set("a", STATE, percent(80));
        limit("b", STATE, 30);
        assertThat(award(LAMP).value()).isEqualTo(percent(30));
        override(90);
        assertThat(award(LAMP).winner().kind()).isEqualTo(Claim.Kind.OVERRIDE);
        assertThat(award(LAMP).value()).isEqualTo(percent(90));
        assertThat(reasons(award(LAMP))).containsExactly(Reason.OVERRIDDEN, Reason.OVERRIDDEN);
        assertThat(award(LAMP).exceeded()).extracting(Claim::provision).containsExactly("b/p");
    }

    /** A floor is there for safety: an override, a limit and what is set all end at it. */
    @Test
    void aFloorBoundsEveryKindOfWinner() {
        Finding floor = floor("f", OPERATOR, 20);
        set("a", STATE, percent(19));
        assertRaised("a/p", floor, 20);
        limit("b", STATE, 10);
        assertRaised("b/p", floor, 20);
        assertThat(award(LAMP).exceeded()).extracting(Claim::provision).containsExactly("b/p");
        override(5);
        assertRaised(Claim.PERSON, floor, 20);
    }

    private void assertRaised(String winner, Finding floor, int value) {
        Award award = award(LAMP);
        assertThat(award.winner().provision()).isEqualTo(winner);
        assertThat(award.value()).isEqualTo(percent(value));
        assertThat(award.raisedBy().orElseThrow().provision())
                .isEqualTo(floor.provision().id());
        assertThat(award.losers()).noneMatch(loser -> loser.claim().kind() == Claim.Kind.AT_LEAST);
    }

    @Test
    void whatKeepsTheFloorStaysAsItIs() {
        floor("f", OPERATOR, 20);
        set("a", TOWN, percent(20));
        assertThat(award(LAMP).value()).isEqualTo(percent(20));
        assertThat(award(LAMP).raisedBy()).isEmpty();
        assertThat(reasons(award(LAMP))).containsExactly(Reason.KEPT);
    }

    @Test
    void aFloorAloneClaimsOnlyWhatRestsBelowIt() {
        floor("f", TOWN, 20);
        assertThat(outcome(new Actuator(percent(20), percent(20)))).isEmpty();
        Award award = award(new Actuator(percent(19), percent(19)));
        assertThat(award.winner().provision()).isEqualTo("f/p");
        assertThat(award.value()).isEqualTo(percent(20));
        assertThat(award.raisedBy()).isEmpty();
    }

    @Test
    void ofSeveralFloorsTheHighestCountsWhateverItsRank() {
        floor("f", STATE, 20);
        Finding high = floor("g", OPERATOR, 25);
        set("a", TOWN, percent(10));
        assertRaisedAmongFloors(high);
    }

    private void assertRaisedAmongFloors(Finding high) {
        assertThat(award(LAMP).raisedBy().orElseThrow().provision())
                .isEqualTo(high.provision().id());
        assertThat(award(LAMP).value()).isEqualTo(percent(25));
        assertThat(reasons(award(LAMP))).containsExactly(Reason.LESS_STRICT);
    }
}
