package io.citytwin.rules.internal.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.internal.grammar.Rule.CellOf;
import io.citytwin.rules.internal.grammar.Signed.Part;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdditionTest {

    private static final boolean PLUS = false;
    private static final boolean MINUS = true;

    private static Signed term(boolean minus, Part part) {
        return new Signed(minus, new CellOf(0, 0), part);
    }

    private static Optional<BigDecimal> sum(List<Signed> terms, String... numbers) {
        List<Optional<BigDecimal>> read = Arrays.stream(numbers)
                .map(number ->
                        Optional.of(number).filter(text -> !text.isEmpty()).map(BigDecimal::new))
                .toList();
        assertThat(IntStream.range(0, terms.size())).hasSameSizeAs(read);
        return Addition.of(terms, read::get);
    }

    @Test
    void termsAreAddedAndTakenAway() {
        assertThat(sum(List.of(term(PLUS, Part.TERM), term(MINUS, Part.TERM)), "20", "1.5"))
                .contains(new BigDecimal("18.5"));
        assertThat(sum(List.of())).contains(BigDecimal.ZERO);
    }

    @Test
    void aShareIsOneOfTheFirstTerm() {
        assertThat(sum(List.of(term(PLUS, Part.TERM), term(PLUS, Part.SHARE)), "6", "10"))
                .contains(new BigDecimal("6.60"));
        assertThat(sum(List.of(term(PLUS, Part.TERM), term(PLUS, Part.TERM), term(MINUS, Part.SHARE)), "6", "4", "50"))
                .contains(new BigDecimal("7.00"));
    }

    @Test
    void withoutOneOfItsNumbersThereIsNoSum() {
        assertThat(sum(List.of(term(PLUS, Part.TERM), term(PLUS, Part.SHARE)), "6", ""))
                .isEmpty();
    }

    private static Optional<BigDecimal> rounded(List<Signed> terms, String times, String... numbers) {
        return Addition.rounded(terms, at -> Optional.of(numbers[at]).map(BigDecimal::new), new BigDecimal(times), 3);
    }

    @Test
    void factorsBelongToTheTermBeforeThem() {
        List<Signed> terms =
                List.of(term(PLUS, Part.TERM), term(PLUS, Part.TIMES), term(MINUS, Part.TERM), term(PLUS, Part.OVER));
        assertThat(rounded(terms, "1", "3", "0.202", "1", "4")).contains(new BigDecimal("0.356"));
        assertThat(sum(terms.subList(0, 3), "3", "0.202", "1")).contains(new BigDecimal("-0.394"));
    }

    @Test
    void onlyTheResultIsRounded() {
        List<Signed> third = List.of(term(PLUS, Part.TERM), term(PLUS, Part.OVER), term(PLUS, Part.TIMES));
        assertThat(rounded(third, "1", "1", "3", "3")).contains(new BigDecimal("1.000"));
        assertThat(rounded(third.subList(0, 2), "100", "2", "3")).contains(new BigDecimal("66.667"));
        assertThat(rounded(third.subList(0, 2), "1", "1", "2000")).contains(new BigDecimal("0.001"));
        assertThat(rounded(third.subList(0, 2), "1", "-1", "2000")).contains(new BigDecimal("-0.001"));
    }

    @Test
    void whatIsDividedIsNoSum() {
        assertThat(sum(List.of(term(PLUS, Part.TERM), term(PLUS, Part.OVER)), "6", "3"))
                .isEmpty();
    }
}
