package io.citytwin.rules.internal.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.internal.grammar.Rule.CellOf;
import io.citytwin.rules.internal.grammar.Rule.Signed;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdditionTest {

    private static final boolean PLUS = false;
    private static final boolean MINUS = true;

    private static Signed term(boolean minus, boolean share) {
        return new Signed(minus, new CellOf(0, 0), share);
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
        assertThat(sum(List.of(term(PLUS, false), term(MINUS, false)), "20", "1.5"))
                .contains(new BigDecimal("18.5"));
        assertThat(sum(List.of())).contains(BigDecimal.ZERO);
    }

    @Test
    void aShareIsOneOfTheFirstTerm() {
        assertThat(sum(List.of(term(PLUS, false), term(PLUS, true)), "6", "10")).contains(new BigDecimal("6.60"));
        assertThat(sum(List.of(term(PLUS, false), term(PLUS, false), term(MINUS, true)), "6", "4", "50"))
                .contains(new BigDecimal("7.00"));
    }

    @Test
    void withoutOneOfItsNumbersThereIsNoSum() {
        assertThat(sum(List.of(term(PLUS, false), term(PLUS, true)), "6", "")).isEmpty();
    }
}
