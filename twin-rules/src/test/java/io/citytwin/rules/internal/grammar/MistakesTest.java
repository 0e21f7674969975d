package io.citytwin.rules.internal.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MistakesTest {

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource({
        "io.citytwin.rules.internal.grammar.Mistakes#ofSyntax",
        "io.citytwin.rules.internal.grammar.Mistakes#ofWordsAndNumbers",
        "io.citytwin.rules.internal.grammar.Mistakes#ofForbiddenParts",
        "io.citytwin.rules.internal.grammar.Mistakes#ofNames",
        "io.citytwin.rules.internal.grammar.Mistakes#ofVerbs",
        "io.citytwin.rules.internal.grammar.Mistakes#ofForbiddenCode",
        "io.citytwin.rules.internal.grammar.Mistakes#ofClaims",
        "io.citytwin.rules.internal.grammar.Mistakes#ofComparisons"
    })
    void isReportedOnceAtItsTokenWithAdvice(RulesError code, String advice, String marked) {
        String text = marked.replace("§", "");
        int at = marked.indexOf('§');
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        String before = text.substring(0, at);
        long line = 1 + before.chars().filter(letter -> letter == '\n').count();

        List<Problem> problems = Sample.problems(text);

        assertThat(problems).as(problems.toString()).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.code()).as(problem.toString()).isEqualTo(code);
        assertThat(problem.place().toString())
                .as(problem.toString())
                .isEqualTo(Sample.FILE + ":" + line + ":" + (at - before.lastIndexOf('\n')));
        assertThat(problem.advice()).startsWith("Maybe ").endsWith(".").containsIgnoringCase(advice);
        assertThat(problem.what()).endsWith(".");
    }

    @Test
    void tenInOneFileAreReportedAsTen() {
        String text = """
                import java.util.List;
                rule "traffic" salience 10 when
                  Law( saeson )
                  $p : Province( level > Level.frist, over >= 4 )
                  Municipality( province == $q )
                  $v : Vehicel( fuel = Fuel.diesel )
                then
                  findings.forbid( $v, Act.circulat );
                end
                rule "heating" when
                  $u : BuildingUnit( use == )
                then
                  findings.capp( $u, Property.indoorTemperature, 1 );
                end
                """;
        assertThat(Sample.problems(text))
                .extracting(problem -> problem.place().line() + ":"
                        + problem.place().column() + " " + problem.code().id())
                .containsExactly(
                        "1:1 R210",
                        "2:16 R210",
                        "3:8 R205",
                        "4:32 R108",
                        "4:47 R203",
                        "5:29 R206",
                        "6:8 R204",
                        "6:22 R201",
                        "11:29 R201",
                        "13:12 R207");
    }

    @Test
    void ofOneRuleDoesNotHideTheOthersRules() {
        String sound = "rule \"heating\" when\n $v : Vehicle()\nthen\n findings.forbid( $v, Act.enter );\nend\n";
        String broken = "rule \"traffic\" when\n Law( \nthen\n findings.forbid( $v, Act.enter );\nend\n";
        List<Rule> rules = Sample.read(broken + sound, problem -> {});
        assertThat(rules).extracting(Rule::name).containsExactly("heating");
    }

    @Test
    void afterAPatternThatCannotBeReadVariablesAreNotMissed() {
        String text =
                "rule \"traffic\" when\n $v : Vehicle( fuel == )\nthen\n findings.forbid( $v, Act.enter );\nend\n";
        assertThat(Sample.problems(text)).hasSize(1);
        assertThat(Sample.problems(text.replace("fuel ==", ""))).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() {
        String line = "// comment\n";
        String fits = line.repeat(RuleParser.LARGEST_FILE / line.length());
        assertThat(Sample.problems(fits)).isEmpty();
        assertThat(Sample.problems(fits + line))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("`256` KiB"));
        assertThat(Sample.problems("é".repeat(RuleParser.LARGEST_FILE / 2 + 1))).hasSize(1);
    }

    @Test
    void tooManyRulesAreRefused() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= RuleParser.MOST_RULES; i++) {
            text.append("rule \"traffic/").append(i).append("\" when $v : Vehicle() then\n");
            text.append(" findings.forbid( $v, Act.enter ); end\n");
        }
        assertThat(Sample.problems(text.toString())).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(RulesError.SYNTAX);
            assertThat(problem.place().line()).isEqualTo(2 * RuleParser.MOST_RULES + 1);
        });
    }
}
