package io.citytwin.rules.internal.explain;

import io.citytwin.rules.Cell;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Justification;
import io.citytwin.rules.Unmet;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.regulation.Sureness;
import io.citytwin.rules.verify.Explanation;
import io.citytwin.rules.verify.LevelExplanation;
import io.citytwin.rules.verify.Turn;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes boxes of an explanation. A flip stands below the reading that it changes, or below the condition that failed by
 * it; what stands nowhere else has boxes of its own. For one thread at a time.
 */
final class BoxWriter {

    private final String language;
    private final ZoneId zone;
    private final List<Told> open;

    private BoxWriter(String language, ZoneId zone, List<Told> flips) {
        this.language = language;
        this.zone = zone;
        this.open = new ArrayList<>(flips);
    }

    static Box of(Explanation explanation, String language) {
        Decision decision = explanation.decision();
        return new BoxWriter(language, decision.zone(), Told.all(explanation.flips())).write(explanation);
    }

    static Box of(LevelExplanation explanation, String language) {
        return new BoxWriter(language, explanation.zone(), Told.all(explanation.flips())).write(explanation);
    }

    private Box write(Explanation explanation) {
        Decision decision = explanation.decision();
        List<Box> below = new ArrayList<>();
        decision.findings().forEach(finding -> below.add(provision(finding, Optional.empty())));
        decision.lifted()
                .forEach(lifted -> below.add(provision(
                        lifted.finding(),
                        Optional.of("lifted by " + lifted.by().provision().id()))));
        List<Box> not = not(decision.notApplied());
        Stream.of(explanation.earlier(), explanation.later())
                .flatMap(Optional::stream)
                .forEach(turn -> below.add(turn(turn)));
        open.forEach(told -> below.add(flip(told, true)));
        if (!explanation.canFlip()) {
            below.add(new Box(Box.Kind.FLIP, "nothing alone flips it", List.of(), List.of()));
        }
        below.addAll(not);
        List<String> lines = new ArrayList<>(List.of(
                Phrased.question(decision.question()),
                "at " + ExplanationText.civil(decision.asOf().at(), zone)));
        if (!decision.unknown().isEmpty()) {
            lines.add("would be decided by " + String.join(", ", decision.unknown()));
        }
        return new Box(
                Box.Kind.valueOf(decision.outcome().name()),
                explanation.answer().toString(),
                lines,
                below);
    }

    private Box write(LevelExplanation explanation) {
        List<Box> below = new ArrayList<>();
        explanation.change().ifPresent(change -> below.add(level(change)));
        explanation.runs().forEach(run -> {
            List<Box> changes = take(told ->
                    told.cell() instanceof Cell.Daily daily && daily.name().equals(run.indicator()));
            List<String> lines = new ArrayList<>(List.of(ExplanationText.newest(run)));
            run.limit().ifPresent(dated -> lines.add("limit " + dated.value() + " " + dated(dated)));
            below.add(new Box(Box.Kind.READING, ExplanationText.progress(run), lines, changes));
        });
        explanation
                .ahead()
                .forEach(ahead -> below.add(new Box(
                        Box.Kind.FLIP,
                        "next: " + ahead.then() + " from " + ahead.inForce(),
                        List.of("with " + ExplanationText.next(ahead), ExplanationText.less(ahead)),
                        List.of())));
        open.forEach(told -> below.add(flip(told, true)));
        return new Box(
                Box.Kind.LEVEL,
                explanation.state(),
                List.of(
                        explanation.level().regulation() + "/"
                                + explanation.level().name(),
                        explanation.level().twin() + " on "
                                + explanation.level().day()),
                below);
    }

    private Box provision(Finding finding, Optional<String> lifted) {
        List<String> lines = new ArrayList<>();
        lines.add(finding.provision().id() + " " + Phrased.effect(finding.effect()));
        lifted.ifPresent(lines::add);
        finding.why().says().ifPresent(says -> lines.add("\u201c" + says.in(language) + "\u201d"));
        lines.add(finding.provision().source() + marked(finding.provision().sureness()));
        return new Box(
                lifted.isPresent() ? Box.Kind.NOT : Box.Kind.PROVISION,
                finding.provision().title().in(language),
                lines,
                reasons(finding.why()));
    }

    private List<Box> reasons(Justification why) {
        List<Box> boxes = new ArrayList<>();
        why.law()
                .forEach(read -> boxes.add(new Box(
                        Box.Kind.LAW,
                        read.parameter() + " = " + read.value(),
                        List.of(dated(read.dated())),
                        List.of())));
        List<LevelDecision> levels = new ArrayList<>(why.levels());
        why.readings().forEach(read -> boxes.add(reading(read, levels)));
        levels.forEach(level -> boxes.add(level(level)));
        return boxes;
    }

    private Box reading(Justification.Reading read, List<LevelDecision> levels) {
        List<String> lines = new ArrayList<>();
        lines.add(read.twin().toString());
        read.observation()
                .ifPresent(seen -> lines.add(seen.source() + ", measured "
                        + ExplanationText.civil(seen.measuredAt(), zone) + ", " + seen.quality()));
        List<Box> below = new ArrayList<>(take(told -> told.cell().twin().equals(read.twin())
                && (told.cell().name().equals(read.property())
                        || (told.cell() instanceof Cell.Level
                                && read.property().endsWith(told.cell().name().substring(1))))));
        Optional<LevelDecision> behind = levels.stream()
                .filter(level -> level.subject().equals(read.twin()))
                .filter(level -> read.property()
                        .toLowerCase(Locale.ROOT)
                        .endsWith(level.level().toLowerCase(Locale.ROOT)))
                .findFirst();
        behind.ifPresent(level -> {
            levels.remove(level);
            below.add(level(level));
        });
        return new Box(Box.Kind.READING, read.property() + " = " + read.value().orElse("unknown"), lines, below);
    }

    private Box level(LevelDecision level) {
        return new Box(
                Box.Kind.LEVEL,
                level.level() + " " + level.after() + " from " + level.inForce(),
                List.of(
                        level.regulation() + ", " + level.subject(),
                        level.reason() + " at " + ExplanationText.civil(level.decidedAt(), zone) + ", before "
                                + level.before()),
                level.findings().stream()
                        .map(finding -> provision(finding, Optional.empty()))
                        .toList());
    }

    /** Of each provision the rule that came nearest; those of other places in one box. */
    private List<Box> not(List<Decision.NotApplied> all) {
        Predicate<Decision.NotApplied> here = not -> !not.failed().equals(Decision.NotApplied.OUTSIDE);
        Map<String, Decision.NotApplied> nearest = all.stream()
                .filter(here)
                .collect(Collectors.toMap(
                        not -> not.provision().id(),
                        not -> not,
                        (one, other) -> Stream.of(one, other)
                                .max(Comparator.comparingInt(BoxWriter::held))
                                .orElse(one),
                        LinkedHashMap::new));
        List<Box> boxes = nearest.values().stream().map(this::not).collect(Collectors.toCollection(ArrayList::new));
        List<String> elsewhere = all.stream()
                .filter(here.negate())
                .map(not -> not.provision().regulation())
                .distinct()
                .toList();
        if (!elsewhere.isEmpty()) {
            boxes.add(new Box(Box.Kind.NOT, "not here", elsewhere, List.of()));
        }
        return boxes;
    }

    private static int held(Decision.NotApplied not) {
        return not.unmet().map(unmet -> unmet.held().size()).orElse(-1);
    }

    private Box not(Decision.NotApplied not) {
        List<String> lines = new ArrayList<>();
        lines.add(not.provision().id());
        not.unmet()
                .ifPresentOrElse(
                        unmet -> {
                            unmet.failed().forEach(one -> lines.add("\u2717 " + one));
                            if (unmet.failed().isEmpty()) {
                                lines.add("\u2717 " + unmet.condition());
                            }
                            lines.add(unmet.place().toString());
                        },
                        () -> lines.add("\u2717 " + not.failed()));
        List<Box> below = take(told -> not.unmet().stream()
                .flatMap(unmet -> unmet.failed().stream())
                .anyMatch(failed -> isOf(failed, told.cell())));
        return new Box(Box.Kind.NOT, not.provision().title().in(language), lines, below);
    }

    private static boolean isOf(Unmet.Comparison failed, Cell cell) {
        return failed.property().toLowerCase(Locale.ROOT).endsWith(cell.name().toLowerCase(Locale.ROOT));
    }

    private Box turn(Turn turn) {
        return new Box(
                Box.Kind.FLIP,
                "flips to " + turn.then() + ":",
                List.of(ExplanationText.when(turn, zone), "by time alone"),
                List.of());
    }

    private List<Box> take(Predicate<Told> which) {
        List<Told> taken = open.stream().filter(which).toList();
        open.removeAll(taken);
        return taken.stream().map(told -> flip(told, false)).toList();
    }

    private static Box flip(Told told, boolean alone) {
        return new Box(
                Box.Kind.FLIP,
                "flips to " + told.then() + ":",
                List.of(alone ? told.line() : told.named() + " " + told.change()),
                List.of());
    }

    private static String dated(DatedValue dated) {
        return "from " + dated.from() + dated.lastDay().map(day -> " to " + day).orElse("")
                + dated.published().map(day -> ", published " + day).orElse("") + "; " + dated.source()
                + marked(Optional.of(dated.sureness()));
    }

    private static String marked(Optional<Sureness> sureness) {
        return sureness.map(read -> " [" + read.shown() + "]").orElse("");
    }
}
