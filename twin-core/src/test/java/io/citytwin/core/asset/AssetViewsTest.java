package io.citytwin.core.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AssetViewsTest {

    private static final AssetTypes TYPES = AssetTypes.builtIn().with(SwimmingPool.class);
    private static final Twin LOMBARDY = TYPES.twin("it:lombardia", "Region").with("code", "IT-25");
    private static final Twin PROVINCE =
            TYPES.twin("it:milano-province", "Province").with("region", LOMBARDY.id());
    private static final Twin MILAN = TYPES.twin("it:milano", "Municipality")
            .with("province", PROVINCE.id())
            .with("population", "1371498");
    private static final Map<TwinId, Twin> KNOWN =
            Map.of(LOMBARDY.id(), LOMBARDY, PROVINCE.id(), PROVINCE, MILAN.id(), MILAN);

    /** A developer's own asset type: one interface, nothing else. */
    @Acts("open")
    public interface SwimmingPool extends Asset {

        enum Water implements Coded {
            FRESH,
            SALT;

            @Override
            public String code() {
                return this == SALT ? "salt-water" : "fresh-water";
            }
        }

        Optional<Municipality> place();

        Optional<Water> water();

        Optional<Boolean> heated();

        @In("m2")
        Optional<Quantity> surface();

        default boolean heatsSalt() {
            return heated().orElse(false) && water().filter(Water.SALT::equals).isPresent();
        }

        static SwimmingPool of(Twin twin) {
            return AssetViews.view(SwimmingPool.class, twin, AssetViewsTest::city);
        }
    }

    private static Optional<Twin> city(TwinId id) {
        return Optional.ofNullable(KNOWN.get(id));
    }

    @Test
    void answersEveryGetterByItsType() {
        Twin car = TYPES.twin("it.milano:car-1", "Vehicle")
                .with("label", "the mayor's car")
                .with("fuel", "diesel")
                .with("euro", "6D-TEMP")
                .with("kilometreScheme", "true")
                .with("place", MILAN.id());
        Vehicle view = AssetViews.view(Vehicle.class, car, AssetViewsTest::city);
        assertThat(view.id()).isEqualTo(car.id());
        assertThat(view.label()).contains("the mayor's car");
        assertThat(view.fuel()).contains(Fuel.DIESEL);
        assertThat(view.euro()).contains(EuroClass.EURO_6D_TEMP);
        assertThat(view.kilometreScheme()).contains(true);
        assertThat(view.dpf()).isEmpty();
        assertThat(view.place().flatMap(Municipality::population)).contains(Quantity.of(1371498, Unit.INHABITANTS));
    }

    @Test
    void followsRelationsAndIsEmptyWhereTheOtherTwinIsUnknown() {
        Municipality view = AssetViews.view(Municipality.class, MILAN, AssetViewsTest::city);
        assertThat(view.province().flatMap(Province::region).flatMap(Region::code))
                .contains("IT-25");
        Municipality alone = AssetViews.view(Municipality.class, MILAN, id -> Optional.empty());
        assertThat(alone.province()).isEmpty();
    }

    @Test
    void aTypeOfOnesOwnIsOneInterface() {
        assertThat(TYPES.get("SwimmingPool").acts()).containsExactly("open");
        assertThat(TYPES.get("SwimmingPool").properties())
                .containsOnlyKeys("label", "place", "water", "heated", "surface")
                .containsEntry("surface", new ValueType.Number(Unit.SQUARE_METRE));
        Twin pool = TYPES.twin("it.milano:cozzi", "SwimmingPool")
                .with("place", MILAN.id())
                .with("water", "salt-water")
                .with("heated", "true")
                .with("surface", "833.5");
        SwimmingPool view = SwimmingPool.of(pool);
        assertThat(view.water()).contains(SwimmingPool.Water.SALT);
        assertThat(view.surface()).contains(Quantity.of("833.5", Unit.SQUARE_METRE));
        assertThat(view.place().map(Asset::id)).contains(MILAN.id());
        assertThat(view.heatsSalt()).isTrue();
        assertThat(SwimmingPool.of(pool.with("heated", "false")).heatsSalt()).isFalse();
    }

    @Test
    void isEqualByTypeAndIdAndSaysBoth() {
        Municipality view = AssetViews.view(Municipality.class, MILAN, AssetViewsTest::city);
        Municipality later = AssetViews.view(Municipality.class, MILAN.with("volunteer", "true"), AssetViewsTest::city);
        assertThat(view).isEqualTo(later).hasSameHashCodeAs(later).hasToString("Municipality it:milano");
        assertThat(view).isNotEqualTo(AssetViews.view(Region.class, LOMBARDY, AssetViewsTest::city));
        assertThat(view).isNotEqualTo(null).isNotEqualTo("Municipality it:milano");
    }

    @Test
    void refusesAnotherType() {
        refused(
                "`it:milano` is a `Municipality`, not a `Vehicle`",
                () -> AssetViews.view(Vehicle.class, MILAN, AssetViewsTest::city));
        // A province has all that a region has, and is none.
        refused("not a `Region`", () -> AssetViews.view(Region.class, PROVINCE, AssetViewsTest::city));
        Twin lost = MILAN.with("province", LOMBARDY.id());
        Municipality view = AssetViews.view(Municipality.class, lost, AssetViewsTest::city);
        refused("`it:lombardia` is a `Region`, not a `Province`", view::province);
        refused("`NotAnInterface`", () -> AssetViews.view(NotAnInterface.class, MILAN, AssetViewsTest::city));
    }

    @Test
    void refusesInterfacesThatDescribeNoAsset() {
        refused("`Bare.size`", () -> AssetTypes.builtIn().with(Bare.class));
        refused("`NoUnit.size`", () -> AssetTypes.builtIn().with(NoUnit.class));
        refused("`BadUnit`", "C102", () -> AssetTypes.builtIn().with(BadUnit.class));
        refused("`Vehicle`", () -> AssetTypes.builtIn().with(Other.Vehicle.class));
        refused("`Zeppelin`", () -> AssetTypes.builtIn().get("Zeppelin"));
        assertThat(AssetTypes.builtIn().with(Vehicle.class).all())
                .isEqualTo(AssetTypes.builtIn().all());
    }

    @Test
    void namesAreReadInTheirOrder() {
        ValueType euro = AssetTypes.builtIn().get("Vehicle").properties().get("euro");
        assertThat(euro).isInstanceOfSatisfying(ValueType.Names.class, names -> {
            assertThat(names.ordered()).isTrue();
            assertThat(names.names()).startsWith("0", "1").endsWith("7");
        });
        assertThat(new Value.Term("diesel")).hasToString(Fuel.DIESEL.code());
    }

    interface Bare extends Asset {
        int size();
    }

    interface NoUnit extends Asset {
        Optional<Quantity> size();
    }

    interface BadUnit extends Asset {
        @In("BadUnit")
        Optional<Quantity> size();
    }

    static final class Other {
        interface Vehicle extends Asset {}
    }

    record NotAnInterface(TwinId id, Optional<String> label) implements Asset {}

    private static void refused(String problem, ThrowingCallable call) {
        refused(problem, CoreError.ASSET_TYPE.id(), call);
    }

    private static void refused(String problem, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CityTwinException.class, refused -> {
            assertThat(refused.code().id()).isEqualTo(code);
            assertThat(refused.problem()).contains(problem);
        });
    }
}
