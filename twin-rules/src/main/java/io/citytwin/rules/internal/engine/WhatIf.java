package io.citytwin.rules.internal.engine;

import com.google.common.base.Suppliers;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Cell;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One question, asked again as if one thing were different: the city, its registers and its time stay as they are. Used
 * inside the engine's turn. For one thread at a time.
 */
public final class WhatIf {

    /** Nobody reads a list of more places than these. */
    private static final int MOST_TWINS = 64;

    private static final String ZONE = "Zone";

    private final Inquiry inquiry;
    private final Law law;
    private final Scenes scenes;
    private final Fold city;
    private final CivilCalendar calendar;
    private final Question question;
    private final AsOf asOf;
    /** Whoever looks for a turn asks day by day; which law could answer stays the same. */
    private final Supplier<LawTurns> turns = Suppliers.memoize(this::lawTurns);

    WhatIf(Inquiry inquiry, Question question) {
        this.inquiry = inquiry;
        this.law = inquiry.law();
        this.scenes = inquiry.judge().scenes();
        this.city = inquiry.city();
        this.calendar = inquiry.calendar();
        this.question = question;
        this.asOf = inquiry.asOf();
    }

    /**
     * The answer as it is.
     *
     * @return with all reasons
     */
    public Decision decide() {
        return isErased()
                ? Erasure.decision(question, asOf, calendar.zone())
                : decider(asOf).decide(question, asOf);
    }

    /**
     * Whether what would answer is erased.
     *
     * @return true if nothing can be supposed either
     */
    public boolean isErased() {
        return inquiry.isErased(asOf);
    }

    /**
     * The answer if one cell were different.
     *
     * @param cell which one
     * @param value what it would hold; whether a twin is on a zone's ground is a flag
     * @return without the provisions that would not apply
     */
    public Decision with(Cell cell, Value value) {
        return decider(asOf).suppose(question, asOf, new SupposedCity(city, cell, value));
    }

    /**
     * The answer at another moment, with data and levels as they are known now.
     *
     * @param moment earlier or later
     * @return without the provisions that would not apply
     */
    public Decision at(Instant moment) {
        AsOf then = new AsOf(moment, asOf.known(), asOf.published(), asOf.hindsight());
        return inquiry.isErased(then)
                ? Erasure.decision(question, then, calendar.zone())
                : decider(then).suppose(question, then, city);
    }

    /**
     * The cells that rules look at which could answer where the twin is.
     *
     * @param answer what was decided
     * @return each once
     */
    public List<ReadCell> cells(Decision answer) {
        Moment moment = moment(asOf);
        Topic topic = Topic.of(question, city);
        CellReader reader = new CellReader(question, moment);
        groups(topic)
                .filter(group -> !scenes.silent(group, moment))
                .forEach(group -> reader.add(group, scenes.set(group, topic.subject(), moment, city)));
        if (question instanceof Question.Limits limits) {
            reader.addAsked(topic.subject(), limits.property(), limits(answer));
        }
        if (!(question instanceof Question.Passage) && !(question instanceof Question.Drive)) {
            zones().forEach(zone -> reader.addZone(topic.subject(), zone));
        }
        return reader.cells();
    }

    private static List<BigDecimal> limits(Decision answer) {
        return answer.findings().stream()
                .map(Finding::effect)
                .filter(Effect.Limit.class::isInstance)
                .map(Effect.Limit.class::cast)
                .map(limit -> limit.most()
                        .amount()
                        .add(limit.tolerance().map(Quantity::amount).orElse(BigDecimal.ZERO)))
                .toList();
    }

    /** The groups that could answer and whose regulation may hold where the twin is. */
    private Stream<Group> groups(Topic topic) {
        Jurisdictions here = new Jurisdictions(city);
        return law.provisions(topic).stream()
                .filter(group ->
                        here.of(group.regulation(), topic.subject()).holds().orElse(true));
    }

    /** The zones in which a regulation holds that does not hold outside. */
    private List<TwinId> zones() {
        Set<String> codes = law.regulations().map(Regulation::jurisdiction).collect(Collectors.toSet());
        return of(ZONE).filter(zone -> zone.value(Jurisdictions.CODE)
                        .map(code -> codes.contains(code.toString()))
                        .orElse(false))
                .map(Twin::id)
                .limit(MOST_TWINS)
                .toList();
    }

    /**
     * Twins that a relation could lead to.
     *
     * @param assetType of the twins
     * @return the first ones by their ids
     */
    public List<TwinId> twins(String assetType) {
        return of(assetType).map(Twin::id).limit(MOST_TWINS).toList();
    }

    private Stream<Twin> of(String assetType) {
        return city.twins().values().stream()
                .filter(twin -> twin.type().name().equals(assetType))
                .sorted(Comparator.comparing(Twin::id));
    }

    /**
     * When the law that could answer can turn by time alone.
     *
     * @param after not included
     * @param until included
     * @return in order
     */
    public List<Instant> turns(Instant after, Instant until) {
        return turns.get().between(after, until);
    }

    private LawTurns lawTurns() {
        List<Regulation> read = groups(Topic.of(question, city))
                .map(group -> group.regulation().id())
                .distinct()
                .flatMap(id -> law.find(id).stream())
                .flatMap(law::readBy)
                .toList();
        return new LawTurns(read, calendar);
    }

    /**
     * Civil time.
     *
     * @return the engine's calendar
     */
    public CivilCalendar calendar() {
        return calendar;
    }

    private Decider decider(AsOf clocks) {
        return new Decider(law, scenes, city, moment(clocks));
    }

    private Moment moment(AsOf clocks) {
        return Moment.of(
                clocks.at(),
                clocks.published().orElse(LocalDate.MAX),
                clocks.known().orElse(Instant.MAX),
                calendar);
    }
}
