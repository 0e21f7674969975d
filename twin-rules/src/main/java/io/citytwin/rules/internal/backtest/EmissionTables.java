package io.citytwin.rules.internal.backtest;

import io.citytwin.rules.internal.backtest.Tables.Table;
import io.citytwin.rules.verify.BacktestFactors;
import io.citytwin.rules.verify.BacktestFactors.Factor;
import io.citytwin.rules.verify.BacktestFactors.Per;
import io.citytwin.rules.verify.BacktestMeasure;
import io.citytwin.rules.verify.BacktestReport;
import io.citytwin.rules.verify.BacktestRun;
import io.citytwin.rules.verify.BacktestShare;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Estimates the emissions of what was forbidden or set lower, as far as factors were given. Immutable. */
final class EmissionTables {

    private static final BigDecimal GRAM_MINUTES = BigDecimal.valueOf(60_000);

    private final BacktestReport report;

    EmissionTables(BacktestReport report) {
        this.report = report;
    }

    /** One class: its kilograms, or that a factor is missing. */
    private record Estimate(Optional<BigDecimal> kilograms, long twinMinutes) {}

    List<Table> all() {
        return report.subject().factors().factors().isEmpty() ? List.of() : List.of(emissions(), factors());
    }

    private Table emissions() {
        List<List<String>> rows = new ArrayList<>();
        for (BacktestMeasure measure : report.measures()) {
            for (BacktestRun run : report.runs()) {
                List<Estimate> estimates = run.areas().stream()
                        .flatMap(area -> area.shares().stream())
                        .filter(share -> share.measure().equals(measure))
                        .map(this::estimate)
                        .toList();
                BigDecimal kilograms = estimates.stream()
                        .flatMap(estimate -> estimate.kilograms().stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                long without = estimates.stream()
                        .filter(estimate -> estimate.kilograms().isEmpty())
                        .mapToLong(Estimate::twinMinutes)
                        .sum();
                rows.add(List.of(
                        measure.toString(),
                        run.name(),
                        Figures.plain(kilograms.setScale(1, RoundingMode.HALF_UP)),
                        Figures.hours(without)));
            }
        }
        return new Table(
                "Emissions affected, estimated by the factors below",
                2,
                List.of("measure", "version", "kg", "twin-hours without a factor"),
                rows);
    }

    private Estimate estimate(BacktestShare share) {
        BacktestFactors factors = report.subject().factors();
        boolean ban = share.measure().kind() == BacktestMeasure.Kind.BAN;
        BigDecimal activity = ban ? BigDecimal.valueOf(share.twinMinutes()) : share.shiftMinutes();
        Optional<BigDecimal> kilograms = factors.find(
                        share, ban ? Per.KILOMETRE_PER_HOUR : Per.KILOWATT_HOUR_PER_KELVIN_HOUR)
                .flatMap(each -> factors.find(share, ban ? Per.GRAM_PER_KILOMETRE : Per.GRAM_PER_KILOWATT_HOUR)
                        .map(grams -> activity.multiply(each.value())
                                .multiply(grams.value())
                                .divide(GRAM_MINUTES, 9, RoundingMode.HALF_UP)));
        return new Estimate(kilograms, share.twinMinutes());
    }

    private Table factors() {
        List<List<String>> rows = report.subject().factors().factors().stream()
                .map(EmissionTables::row)
                .toList();
        return new Table("Factors that were given", 4, List.of("of", "factor", "source", "read"), rows);
    }

    private static List<String> row(Factor factor) {
        return List.of(
                factor.name(),
                Figures.plain(factor.value()) + " " + factor.per(),
                factor.source(),
                factor.confidence().shown());
    }
}
