package io.citytwin.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    private static final Redaction STANDARD = Redaction.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"password\": \"opensesame\"}            | {\"password\": \"***\"}",
                "{\"AuthorizationKey\":\"opensesame\",\"a\":1}  | {\"AuthorizationKey\":\"***\",\"a\":1}",
                "{\"puk\":opensesame}                      | {\"puk\":\"***\"}",
                "{\"licensePlate\":\"opensesame\"}         | {\"licensePlate\":\"***\"}",
                "{\"idTag\":\"open\\\"sesame\"}            | {\"idTag\":\"***\"}",
                "{\"token\":\"opensesame                   | {\"token\":\"***\"",
                "https://me:opensesame@host/               | https://me:***host/",
                "Authorization: Basic opensesame           | Authorization: Basic ***",
                "{\"power\": 42, \"pinned\": true}         | {\"power\": 42, \"pinned\": true}"
            })
    void whatIsNamedAsASecretIsHidden(String text, String shown) {
        assertThat(STANDARD.of(text)).isEqualTo(shown).doesNotContain("sesame");
    }

    @Test
    void ownSecretsAndShapesAreHiddenWhereverTheyStand() {
        Redaction redaction = STANDARD.hiding(List.of(Secret.of("opensesame"), Secret.of("")))
                .hiding(Pattern.compile("[A-Z]{2}\\d{3}[A-Z]{2}"));
        assertThat(redaction.of("AB123CD came with opensesame in opensesame2")).isEqualTo("*** came with *** in ***2");
        assertThat(STANDARD.of("AB123CD came")).isEqualTo("AB123CD came");
    }

    @Test
    void textIsOneLineThatCommandsNoTerminal() {
        assertThat(STANDARD.of("a\nb\u001B[31m\u202Ec")).isEqualTo("a\\u000Ab\\u001B[31m\\u202Ec");
        assertThat(STANDARD.of("città €")).isEqualTo("città €");
    }

    @Test
    void textIsNotLongerThanSomebodyReads() {
        assertThat(STANDARD.of("x".repeat(4_000))).isEqualTo("x".repeat(4_000));
        assertThat(STANDARD.of("x".repeat(4_001))).isEqualTo("x".repeat(4_000) + "…");
    }

    @Test
    void hostileTextIsHiddenAsWell() {
        String long1 = "{\"password\": \"" + "\\\"sesame".repeat(100_000);
        assertThat(STANDARD.of(long1)).isEqualTo("{\"password\": \"***\"");
        assertThat(STANDARD.of("\"".repeat(200_000))).hasSize(4_001);
    }

    @Test
    void aSecretShowsItselfToNobody() {
        assertThat(Secret.of("opensesame")).hasToString("***");
        assertThat(Secret.of("opensesame").reveal()).isEqualTo("opensesame");
    }
}
