package io.citytwin.rules.internal.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Province( level < Level.first, over >= levelFirstDays )",
                "Law( season, checkDays )",
                "not Municipality( volunteer )",
                "exists Province()",
                "Vehicle( fuel in (Fuel.diesel, Fuel.lpg), category not in (VehicleCategory.M1) )",
                "Municipality( population > trafficPeople || volunteer == true )",
                "Province( over >= 1 && below == 0 || level != Level.none, forecast == Forecast.variable )",
                "Province( (over >= 1 || below <= 0) && (level == Level.none || over > 1 && below < offDays) )",
                "Province( over >= 1 || (below <= 0 || level == Level.none) )",
                "Province( (over >= 1 && below >= 1) && level == Level.none )",
            })
    void isWhatTheAuthorWroteAndReadsBackTheSame(String condition) {
        Rule rule = Sample.rules(Sample.withCondition(condition)).get(0);
        String text = IntStream.range(0, rule.conditions().size())
                .mapToObj(position -> RuleText.of(rule, position))
                .filter(written -> !written.equals("Vehicle()") && !written.equals("Law()"))
                .collect(Collectors.joining("\n"));
        assertThat(text).isEqualTo(condition);
        assertThat(Sample.rules(Sample.withCondition(text))).containsExactly(rule);
    }

    @Test
    void showsPropertiesInThePlaceOfVariables() {
        String conditions = """
                Province( $p : id, $n : over, below > $n )
                HeatingLaw( $max : indoorMax )
                Law( $few : offDays )
                Municipality( province == $p )
                Province( over == $few )
                Stopped( $f : fuel, fee > 0 )
                Vehicle( fuel in $f )
                BuildingUnit( indoorTemperature > $max )""";
        Rule rule = Sample.rules(Sample.withCondition(conditions)).get(0);
        assertThat(IntStream.range(1, rule.conditions().size()).mapToObj(position -> RuleText.of(rule, position)))
                .containsExactly(
                        "Province( below > over )",
                        "HeatingLaw()",
                        "Law()",
                        "Municipality( province == Province.id )",
                        "Province( over == offDays )",
                        "Stopped( fee > 0 )",
                        "Vehicle( fuel in Stopped.fuel )",
                        "BuildingUnit( indoorTemperature > HeatingLaw.indoorMax )");
    }
}
