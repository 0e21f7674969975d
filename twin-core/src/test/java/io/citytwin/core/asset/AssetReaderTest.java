package io.citytwin.core.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssetReaderTest {

    /** All that an interface can say of devices and places. */
    interface Sluice extends Asset {
        Optional<Location> location();

        Optional<Outline> basin();

        @Within
        Optional<Municipality> place();

        @In("%")
        @Desired(resting = "0", safe = "12.5")
        Optional<Quantity> opening();

        @Desired(resting = "true")
        Optional<Boolean> lit();

        @Desired(resting = "none", safe = "smog")
        @Personal
        Optional<Notice> notice();

        @Reported
        Optional<Boolean> flooded();
    }

    private static final AssetType SLUICE = AssetReader.read(Sluice.class);

    @Test
    void readsPointsAndGrounds() {
        assertThat(SLUICE.properties())
                .containsEntry("location", new ValueType.Point())
                .containsEntry("basin", new ValueType.Ground());
    }

    @Test
    void readsWhatDevicesCanBeAsked() {
        assertThat(SLUICE.actuators())
                .containsOnlyKeys("opening", "lit", "notice")
                .containsEntry("opening", new Actuator(percent("0"), percent("12.5")))
                .containsEntry("notice", new Actuator(new Value.Term("none"), new Value.Term("smog")));
    }

    @Test
    void isSafeAtRestUnlessItSaysOtherwise() {
        assertThat(SLUICE.actuators().get("lit")).isEqualTo(new Actuator(new Value.Flag(true), new Value.Flag(true)));
    }

    @Test
    void readsWhatSaysWhereTheAssetIs() {
        assertThat(SLUICE.within()).containsExactly("place");
        assertThat(AssetReader.read(Municipality.class).within()).containsExactly("province");
        assertThat(AssetReader.read(Gate.class).within()).containsExactly("place", "zone");
        assertThat(AssetReader.read(Region.class).within()).isEmpty();
    }

    @Test
    void everyBuiltInTypeHasValuesThatItsActuatorsCanTake() {
        assertThat(AssetTypes.builtIn().all())
                .extracting(AssetType::name)
                .contains("LampPost", "Connector", "Gate", "HeatingPlant", "BikeStation");
        assertThat(AssetTypes.builtIn().get("Connector").actuators())
                .containsEntry("output", new Actuator(percent("100"), percent("50")));
    }

    interface BadRest extends Asset {
        @Desired(resting = "maybe")
        Optional<Boolean> lit();
    }

    interface BadSafe extends Asset {
        @Desired(resting = "none", safe = "panic")
        Optional<Notice> notice();
    }

    interface UnitInValue extends Asset {
        @In("%")
        @Desired(resting = "50 %")
        Optional<Quantity> opening();
    }

    interface DesiredPlace extends Asset {
        @Desired(resting = "9.19")
        Optional<Location> berth();
    }

    interface DesiredGround extends Asset {
        @Desired(resting = "all")
        Optional<Outline> patrol();
    }

    interface HasZones extends Asset {
        Optional<String> zones();
    }

    interface Answered extends Asset {
        Optional<Boolean> answered();
    }

    interface Observed extends Asset {
        Optional<Boolean> observed();
    }

    interface Directive extends Asset {
        Optional<Boolean> directive();
    }

    interface WithinNothing extends Asset {
        @Within
        Optional<String> street();
    }

    @Test
    void saysWhichPropertyRestsAtAValueThatItCannotHold() {
        refused(BadRest.class, CoreError.TERM, "The resting value of `BadRest.lit`", "`maybe` is neither");
        refused(BadSafe.class, CoreError.TERM, "The safe value of `BadSafe.notice`", "`panic` is not a `Notice`");
        refused(UnitInValue.class, CoreError.QUANTITY, "`UnitInValue.opening`", "`50 %`");
        refused(DesiredPlace.class, CoreError.GEOMETRY, "`DesiredPlace.berth`", "`9.19` is no point");
        refused(DesiredGround.class, CoreError.GEOMETRY, "`DesiredGround.patrol`", "outline");
    }

    @Test
    void refusesAPlaceThatIsNoAsset() {
        refused(WithinNothing.class, CoreError.ASSET_TYPE, "`WithinNothing.street`", "@Within");
    }

    @Test
    void refusesNamesThatTheThingFormNeeds() {
        refused(HasZones.class, CoreError.ASSET_TYPE, "`HasZones.zones`", "Thing form");
        refused(Answered.class, CoreError.ASSET_TYPE, "`Answered.answered`", "Thing form");
        refused(Observed.class, CoreError.ASSET_TYPE, "`Observed.observed`", "Thing form");
        refused(Directive.class, CoreError.ASSET_TYPE, "`Directive.directive`", "Thing form");
    }

    @Test
    void readsWhatDevicesTellAndWhatIsPersonal() {
        assertThat(SLUICE.reported()).containsExactly("flooded", "lit", "notice", "opening");
        assertThat(SLUICE.personal()).containsExactly("notice");
        assertThat(AssetTypes.builtIn().get("LampPost").reported())
                .containsExactly("controlWorks", "dimming", "energy", "power", "traffic");
        assertThat(AssetTypes.builtIn().get("Vehicle").personal())
                .contains("holder", "home", "homeZone", "disabledBadge", "location", "gate")
                .doesNotContain("fuel", "place");
        assertThat(AssetTypes.builtIn().all())
                .allMatch(type -> type.reported().containsAll(type.actuators().keySet()))
                .allMatch(type -> type.properties().keySet().containsAll(type.personal()));
    }

    private static void refused(Class<? extends Asset> asset, CoreError code, String property, String reason) {
        assertThatThrownBy(() -> AssetTypes.builtIn().with(asset))
                .isInstanceOfSatisfying(CityTwinException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.problem()).contains(property).contains(reason);
                    assertThat(refused.advice()).startsWith("Maybe ");
                });
    }

    private static Value percent(String amount) {
        return Quantity.of(amount, Unit.PERCENT);
    }
}
