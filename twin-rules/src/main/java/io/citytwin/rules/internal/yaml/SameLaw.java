package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import java.util.List;
import java.util.Optional;

/** Whether parameters of two folders say the same, wherever they stand. Safe for use by many threads. */
final class SameLaw {

    private SameLaw() {}

    static boolean same(Optional<Parameter> one, Optional<Parameter> other) {
        return one.map(SameLaw::said).equals(other.map(SameLaw::said));
    }

    /** All that a parameter says, without places. */
    private static List<Object> said(Parameter parameter) {
        return List.of(
                parameter.type(), parameter.values().stream().map(SameLaw::said).toList());
    }

    private static List<Object> said(DatedValue dated) {
        Object value = dated.value() instanceof LawValue.OfTable table
                ? table.rows().stream()
                        .map(row -> List.of(row.cells(), row.texts(), row.validity()))
                        .toList()
                : dated.value();
        return List.of(value, dated.validity());
    }
}
