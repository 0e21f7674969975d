package io.citytwin.rules.internal.grammar;

import static io.citytwin.rules.internal.grammar.Sample.withAction;
import static io.citytwin.rules.internal.grammar.Sample.withCondition;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.citytwin.rules.error.RulesError;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** One text for each mistake, with {@code §} before the token that the message must point at, and words of the advice. */
final class Mistakes {

    private Mistakes() {}

    private static Arguments inCondition(RulesError code, String advice, String condition) {
        return arguments(code, advice, withCondition(condition));
    }

    private static Arguments inAction(RulesError code, String advice, String action) {
        return arguments(code, advice, withAction(action));
    }

    private static Arguments inText(RulesError code, String advice, String text) {
        return arguments(code, advice, text);
    }

    private static String header(String annotations) {
        return "rule \"traffic\" " + annotations
                + " when\n $v : Vehicle()\nthen\n findings.forbid( $v, Act.enter );\nend";
    }

    private static String charge(String annotations) {
        return header(annotations)
                .replace("findings.forbid( $v, Act.enter )", "findings.charge( $v, Act.enter, entryFee )");
    }

    static Stream<Arguments> ofSyntax() {
        RulesError code = RulesError.SYNTAX;
        return Stream.of(
                inText(code, "rule", "§ruel \"traffic\" when then end"),
                inText(code, "quotes", "rule §traffic when then end"),
                inText(code, "provision", "rule §\"\" when $v : Vehicle() then findings.forbid($v, Act.enter); end"),
                inText(code, "when", "rule \"traffic\" §wehn $v : Vehicle() then findings.forbid($v, Act.enter); end"),
                inText(code, "then", "rule \"traffic\" when $v : Vehicle() §end"),
                inText(code, "end", "rule \"traffic\" when $v : Vehicle() then findings.forbid($v, Act.enter);§"),
                inText(code, "`*/`", "§/* forever"),
                inText(code, "close it", header("").replace("\"traffic\"", "§\"traffic\n")),
                inText(code, "name", header("@provision(§)")),
                inText(code, "last `.`", header("@provision(traffic.§)")),
                inCondition(code, "`(`", "Law§"),
                inCondition(code, "`:`", "$p §Province()"),
                inCondition(code, "`$p`", "§p : Province()"),
                inCondition(code, "package", "city§.Province()"),
                inCondition(code, "`,`", "Province( over >= 1 §below >= 1 )"),
                inCondition(code, "two entries", "Province( $n : over §>= 1 )"),
                inCondition(code, "turn it round", "Province( §1 <= over )"),
                inCondition(code, "turn it round", "Province( §Level.none < level )"),
                inCondition(code, "turn it round", "Law( $n : offDays ) Province( §$n <= over )"),
                inCondition(code, "`==`", "Province( over §= 1 )"),
                inCondition(code, "a parameter", "Province( over >= § )"),
                inCondition(code, "a parameter", "Province( forecast in ( § ) )"),
                inCondition(code, "false", "Municipality( §!volunteer )"),
                inCondition(code, "false", "Municipality( §not volunteer )"),
                inCondition(code, "property", "Province( over >= 1, § )"),
                inCondition(code, "take one pattern", "not ( Province() §and Municipality() )"),
                inCondition(code, "leave it out", "Province() §and Municipality()"),
                inCondition(code, "two rules", "Province() §or Municipality()"),
                inCondition(code, "split", "Law() ".repeat(11) + "§Law()"),
                inCondition(code, "nested", "Municipality( " + "(".repeat(32) + "§( volunteer" + ")".repeat(33) + " )"),
                inCondition(code, "entries", "Law( " + "season, ".repeat(64) + "§season )"),
                inAction(code, "`;`", "findings.forbid( $v, Act.enter )\n§"),
                inAction(code, "`,`", "findings.forbid( $v §Act.enter );"),
                inAction(code, "`.`", "findings§( $v, Act.enter );"),
                inAction(code, "a parameter", "findings.charge( $v, Act.enter, $fee + §);"));
    }

    static Stream<Arguments> ofWordsAndNumbers() {
        return Stream.of(
                inCondition(RulesError.RESERVED, "endValue", "Province( §end >= 1 )"),
                inCondition(RulesError.RESERVED, "defaultValue", "Province( $d : §default )"),
                inCondition(RulesError.RESERVED, "unitValue", "§$unit : Province()"),
                inCondition(RulesError.RESERVED, "classValue", "§class( season )"),
                inCondition(RulesError.RESERVED, "whenValue", "Province( over >= §when )"),
                inCondition(RulesError.NUMBER_IN_RULE, "parameters.yaml", "Province( over >= §4 )"),
                inCondition(RulesError.NUMBER_IN_RULE, "parameters.yaml", "Province( over >= §1.0 )"),
                inCondition(RulesError.NUMBER_IN_RULE, "parameters.yaml", "Province( over >= §-1 )"),
                inCondition(RulesError.NUMBER_IN_RULE, "parameters.yaml", "Province( over >= §2024-10-01 )"),
                inCondition(RulesError.NUMBER_IN_RULE, "parameters.yaml", "Law( season == §07:30 )"),
                inCondition(RulesError.NUMBER_IN_RULE, "without quotes", "Vehicle( fuel == §\"diesel\" )"),
                inCondition(RulesError.NUMBER_IN_RULE, "table", "Vehicle( euro <= EuroClass.§4 )"),
                inAction(RulesError.NUMBER_IN_RULE, "parameters.yaml", "findings.charge( $v, Act.enter, $fee + §5 );"));
    }

    static Stream<Arguments> ofForbiddenParts() {
        RulesError code = RulesError.FORBIDDEN;
        String rule = header("");
        return Stream.of(
                inText(code, "is the package", "§package it.city\n" + rule),
                inText(code, "no import", "§import java.util.List;\n" + rule),
                inText(code, "findings", "§global Findings findings;\n" + rule),
                inText(code, "state.yaml", "§function int f() { return 1; }\n" + rule),
                inText(code, "parameters.yaml", "§declare Trip\n km : int\nend\n" + rule),
                inText(code, "cases/", "§query \"all\" Vehicle() end\n" + rule),
                inText(code, "other language", "§dialect \"mvel\"\n" + rule),
                inText(code, "priority", header("§salience 10")),
                inText(code, "priority", header("§no-loop true")),
                inText(code, "priority", header("§agenda-group \"x\"")),
                inText(code, "from", header("§date-effective \"01-Oct-2024\"")),
                inText(code, "other language", header("§dialect \"java\"")),
                inText(code, "repeat", header("§extends \"heating\"")));
    }

    static Stream<Arguments> ofForbiddenCode() {
        RulesError code = RulesError.FORBIDDEN;
        return Stream.of(
                inCondition(code, "inside a pattern", "§eval( 1 == 1 )"),
                inCondition(code, "inside a pattern", "Province( §eval( over > 1 ) )"),
                inCondition(code, "opposite", "§forall( Vehicle() )"),
                inCondition(code, "indicator", "§accumulate( Province( $o : over ); $s : sum($o) )"),
                inCondition(code, "facts come from", "Province() §from $list"),
                inCondition(code, "`in`", "Vehicle( fuel §matches \"d.*\" )"),
                inCondition(code, "`in`", "Stopped( fuel §contains Fuel.diesel )"),
                inCondition(code, "`in`", "Vehicle( fuel not §memberOf $f )"),
                inCondition(code, "parentheses", "Vehicle( §getFuel() == Fuel.diesel )"),
                inCondition(code, "parentheses", "Vehicle( fuel == §f( 1 ) )"),
                inCondition(code, "pattern for that fact", "Vehicle( §place.volunteer == true )"),
                inCondition(code, "bind the property", "Province( over >= §$z.place )"),
                inCondition(code, "only the consequence", "Province( over >= offDays §+ 1 )"),
                inCondition(code, "unknown", "Vehicle( fuel != §null )"),
                inCondition(code, "name a parameter", "Province( over >= §new BigDecimal( 1 ) )"),
                inAction(code, "never write", "§modify( $v ) { };"),
                inAction(code, "never write", "§insert( $v );"),
                inAction(code, "no other code", "§Logger.info( 1 );"),
                inAction(code, "no other code", "findings.forbid( $v, Act.enter ); §int x;"),
                inAction(code, "second rule", "findings.forbid( $v, Act.enter );\n §findings.forbid( $v, Act.enter );"),
                inAction(code, "one verb", "findings.forbid( $v, Act.enter ).§now();"),
                inAction(code, "parentheses", "findings.forbid( $v, §act() );"),
                inAction(code, "add and subtract", "findings.charge( $v, Act.enter, $fee §* $fee );"));
    }

    static Stream<Arguments> ofNames() {
        return Stream.of(
                inText(
                        RulesError.DUPLICATE,
                        "traffic/2",
                        header("") + "\nrule §" + header("").substring(5)),
                inText(RulesError.NO_RULE, "`traffic`", header("").replace("\"traffic", "§\"trafic")),
                inText(RulesError.ANNOTATION, "`@lifts`", header("@§lift( bonus )")),
                inText(RulesError.ANNOTATION, "`bonus`", header("@provision( §bonsu )")),
                inText(RulesError.ANNOTATION, "two rules", header("@provision( traffic, §bonus )")),
                inText(RulesError.ANNOTATION, "delete one", header("@provision( traffic ) @§provision( bonus )")),
                inText(RulesError.ANNOTATION, "verb `lift`", header("@§lifts( bonus )")),
                inText(RulesError.ANNOTATION, "`lift` or `charge`", header("@§spends( bonusDays )")),
                inText(RulesError.ANNOTATION, "verb `lift`", charge("@§lifts( traffic )")),
                inText(RulesError.ANNOTATION, "`bonusDays`", charge("@spends( §bonusDay )")),
                inText(RulesError.ANNOTATION, "`of: Vehicle`", charge("@spends( §fires )")),
                inText(RulesError.ANNOTATION, "two rules", charge("@spends( bonusDays, §tickets )")),
                inCondition(RulesError.COMPARISON, "never converted", "Vehicle( tickets <= §offDays )"),
                inCondition(RulesError.NUMBER_IN_RULE, "parameters.yaml", "Vehicle( bonusDays <= §25 )"),
                inAction(RulesError.ANNOTATION, "@lifts", "findings.§lift( $v, Act.enter );"),
                inCondition(RulesError.FACT_TYPE, "`Province`", "§Provinz( over >= 1 )"),
                inCondition(RulesError.FACT_TYPE, "a table of this name", "§Lighthouse()"),
                inCondition(RulesError.PROPERTY, "`level`", "Province( §levl > Level.none )"),
                inCondition(RulesError.PROPERTY, "`over`", "Province( $o : §ovr )"),
                inCondition(RulesError.UNKNOWN_NAME, "`levelFirstDays`", "Province( over >= §levelFristDays )"),
                inCondition(RulesError.UNKNOWN_NAME, "add a pattern", "Province( over >= §Stopped )"),
                inCondition(RulesError.UNKNOWN_NAME, "`BuildingUse.dwelling`", "BuildingUnit( use == §Use.dwelling )"),
                inCondition(RulesError.UNKNOWN_NAME, "`first`", "Province( level > Level.§frist )"),
                inCondition(RulesError.UNKNOWN_NAME, "`diesel`", "Vehicle( fuel in ( Fuel.lpg, Fuel.§deisel ) )"),
                inCondition(RulesError.VARIABLE, "pattern before", "Province( over >= §$days )"),
                inCondition(RulesError.VARIABLE, "`$pid`", "Province( $pid : id ) Municipality( province == §$pdi )"),
                inCondition(RulesError.VARIABLE, "another name", "Province( $n : over, §$n : below )"),
                inCondition(RulesError.VARIABLE, "move the pattern", "Province( over >= §$n ) Law( $n : offDays )"),
                inCondition(RulesError.VARIABLE, "without `not`", "not Province( $n : over ) Law( offDays >= §$n )"),
                inCondition(RulesError.VARIABLE, "$zId : id", "Municipality( id == §$z )"));
    }

    static Stream<Arguments> ofVerbs() {
        return Stream.of(
                inAction(RulesError.VERB, "`forbid`", "findings.§forbit( $v, Act.enter );"),
                inAction(RulesError.VERB, "Act.circulate", "findings.§forbid( $v );"),
                inAction(RulesError.VERB, "Act.circulate", "findings.forbid( $v, §Verb.enter );"),
                inAction(RulesError.VERB, "Level.first", "findings.raise( $p, §Level );"),
                inAction(RulesError.VERB, "forbid", "findings.forbid( §Vehicle, Act.enter );"),
                inAction(RulesError.VERB, "forbid", "findings.forbid( §$n + $n, Act.enter );"),
                inAction(RulesError.VERB, "cap(", "findings.cap( $u, Property.§use, $max );"),
                inAction(RulesError.VERB, "require(", "findings.require( $m, Property.§population );"),
                inAction(RulesError.VERB, "findings.forbid", "§"),
                inAction(RulesError.VARIABLE, "before the pattern", "findings.forbid( §$pid, Act.enter );"),
                inAction(RulesError.VARIABLE, "`$v`", "findings.forbid( §$vv, Act.enter );"),
                inAction(RulesError.UNKNOWN_NAME, "`circulate`", "findings.forbid( $v, Act.§circulat );"),
                inAction(RulesError.UNKNOWN_NAME, "`endInspections`", "findings.forbid( $p, Act.§enter );"),
                inText(
                        RulesError.UNKNOWN_NAME,
                        "none",
                        "rule \"traffic\" when\n $b : ParkingBay()\nthen\n findings.forbid( $b, Act.§enter );\nend"),
                inAction(RulesError.UNKNOWN_NAME, "`first`", "findings.raise( $p, Level.§frist );"),
                inAction(RulesError.UNKNOWN_NAME, "`Level`", "findings.raise( $p, §Levle.first );"),
                inAction(RulesError.UNKNOWN_NAME, "`Alarm`, `Smog`", "findings.§clear( $m );"),
                inAction(RulesError.UNKNOWN_NAME, "state.yaml", "findings.§clear( $v );"),
                inAction(RulesError.UNKNOWN_NAME, "`Alarm`", "findings.clear( $m, §Alrm );"),
                inAction(RulesError.PROPERTY, "`indoorTemperature`", "findings.cap( $u, Property.§indoorTemp, $max );"),
                inAction(RulesError.PROPERTY, "`code`", "findings.cap( $p, Property.§over, $max );"),
                inAction(RulesError.UNKNOWN_NAME, "`entryFee`", "findings.charge( $v, Act.enter, §entryFe );"));
    }

    private static Arguments inClaim(RulesError code, String advice, String action) {
        String text =
                "rule \"burning\" when\n  $l : LampPost( $w : power )\n  $b : ParkingBay()\n  $h : HeatingPlant()\n"
                        + "  $v : Municipality( $yes : volunteer )\nthen\n  findings." + action + "\nend\n";
        return arguments(code, advice, text);
    }

    static Stream<Arguments> ofClaims() {
        return Stream.of(
                inClaim(RulesError.PROPERTY, "`dimming`", "set( $l, Property.§diming, 0 );"),
                inClaim(RulesError.PROPERTY, "one of `dimming`", "set( $l, Property.§power, 0 );"),
                inClaim(RulesError.PROPERTY, "takes no orders", "set( $v, Property.§population, 0 );"),
                inClaim(RulesError.VERB, "Property.dimming", "§set( $l, Property.dimming );"),
                inClaim(RulesError.VERB, "Property.dimming", "set( $l, §Actuator.dimming, 0 );"),
                inClaim(RulesError.PROPERTY, "one of `dimming`", "floor( $l, Property.§power, 0 );"),
                inClaim(RulesError.VERB, "$least", "floor( $h, Property.§running, 0 );"),
                inClaim(RulesError.VERB, "$least", "§floor( $l, Property.dimming );"),
                inClaim(RulesError.COMPARISON, "`%`", "floor( $l, Property.dimming, §$w );"),
                inClaim(RulesError.COMPARISON, "`%`", "set( $l, Property.dimming, §$w );"),
                inClaim(RulesError.COMPARISON, "a number", "set( $l, Property.dimming, §true );"),
                inClaim(RulesError.UNKNOWN_NAME, "`entryFee`", "set( $l, Property.dimming, §entryFe );"),
                inClaim(RulesError.COMPARISON, "true", "set( $h, Property.running, §1 );"),
                inClaim(RulesError.COMPARISON, "true", "set( $h, Property.running, §$yes );"),
                inClaim(RulesError.COMPARISON, "true", "set( $h, Property.running, §true + true );"),
                inClaim(RulesError.COMPARISON, "BayUse.", "set( $b, Property.keptFor, §true );"),
                inClaim(RulesError.COMPARISON, "`BayUse`", "set( $b, Property.keptFor, §Fuel.diesel );"),
                inClaim(RulesError.UNKNOWN_NAME, "`electric`", "set( $b, Property.keptFor, BayUse.§elektric );"),
                inClaim(RulesError.NUMBER_IN_RULE, "parameters.yaml", "set( $l, Property.dimming, §50 );"));
    }

    static Stream<Arguments> ofComparisons() {
        RulesError code = RulesError.COMPARISON;
        return Stream.of(
                inCondition(code, "units are never converted", "Province( over >= §trafficPeople )"),
                inCondition(code, "`==`", "Province( over >= §true )"),
                inCondition(code, "`==`", "Province( over >= §Level.first )"),
                inCondition(code, "no order", "Province( §forecast < Forecast.variable )"),
                inCondition(code, "`Level.none`", "Province( level > §Forecast.variable )"),
                inCondition(code, "`Fuel.", "Vehicle( fuel in ( §Forecast.variable ) )"),
                inCondition(code, "parentheses", "Vehicle( fuel in §Fuel.diesel )"),
                inCondition(code, "without parentheses", "Vehicle( fuel in ( §1 ) )"),
                inCondition(code, "`in $f`", "Stopped( $f : fuel ) Vehicle( fuel == §$f )"),
                inCondition(code, "use `in`", "Stopped( §fuel == Fuel.diesel )"),
                inCondition(code, "`== $f`", "Stopped( $f : worst ) Vehicle( euro in §$f )"),
                inCondition(code, "`Fuel`", "Stopped( $f : category ) Vehicle( fuel in §$f )"),
                inCondition(code, "`==`", "Province( §over in ( Level.first ) )"),
                inCondition(code, "compare it with", "Province( §over )"),
                inCondition(code, "compare it with", "Province( §level )"),
                inCondition(code, "leave it out", "Province( §label == Level.none )"),
                inCondition(code, "leave it out", "Stopped( §note == strict )"),
                inCondition(code, "`== true`", "Municipality( §volunteer > 0 )"),
                inCondition(code, "`== true`", "Municipality( volunteer == §1 )"),
                inCondition(code, "`==` or `!=`", "Province( $i : id ) Municipality( §province < $i )"),
                inCondition(code, "`Province`", "Region( $r : id ) Municipality( province == §$r )"),
                inCondition(code, "yes or no", "Province( $n : over ) Municipality( volunteer == §$n )"),
                inCondition(
                        code,
                        "split it",
                        "Province( $a : over ) Province( $b : over ) Province( $c : over ) Province( $d : over )"
                                + " §Province( over == $a || over == $b || over == $c || over == $d )"),
                inAction(code, "`K`", "findings.cap( $u, Property.indoorTemperature, $max + §$max );"),
                inAction(code, "`K`", "findings.cap( $u, Property.indoorTemperature, heatReduction - §$max );"),
                inAction(code, "`K`", "findings.cap( $u, Property.indoorTemperature, §heatReduction );"),
                inAction(code, "`K`", "findings.cap( $u, Property.indoorTemperature, $max, §$max );"),
                inAction(code, "`EUR`", "findings.charge( $v, Act.enter, §offDays );"),
                inAction(code, "`EUR`", "findings.charge( $v, Act.enter, $fee + §$n );"),
                inAction(code, "a number", "findings.charge( $v, Act.enter, §$pid );"),
                inAction(code, "a number", "findings.charge( $v, Act.enter, §Level.first );"));
    }
}
