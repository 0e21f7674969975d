package io.citytwin.rules.directive;

import com.google.common.hash.Hashing;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Governor;
import io.citytwin.rules.Finding;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.internal.engine.DefaultRegulationEngine;
import io.citytwin.rules.internal.engine.Standing;
import io.citytwin.rules.regulation.Provision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Asks devices for what the law claims: it follows the claims on all actuators and issues a directive when another one
 * wins. The same inputs and steps always give the same directives. For one thread at a time.
 */
public final class RegulationGovernor implements Governor {

    private static final int ID_DIGITS = 32;

    private final RegulationEngine engine;
    private final Standing standing;
    private final String language;
    private final Ledger ledger = new Ledger();
    private final Map<ActuatorId, Held> held = new HashMap<>();

    private RegulationGovernor(RegulationEngine engine, Standing standing, String language) {
        this.engine = engine;
        this.standing = standing;
        this.language = language;
    }

    /**
     * How an actuator was last asked to be.
     *
     * @param award who won it; empty while it rests
     * @param since when that began
     * @param nth how many changes there were at the same instant before
     */
    private record Held(Optional<Award> award, Instant since, int nth) {

        boolean isSameAs(Optional<Award> now) {
            return award.map(Held::cause).equals(now.map(Held::cause));
        }

        private static List<Object> cause(Award award) {
            return List.of(award.winner().provision().id(), award.value());
        }
    }

    /**
     * A governor that gives its reasons in English.
     *
     * @param engine also for questions; inputs that it takes elsewhere count as well
     * @return a governor; closing it leaves the engine open
     */
    public static RegulationGovernor of(RegulationEngine engine) {
        return of(engine, "en");
    }

    /**
     * A governor that gives its reasons in a language.
     *
     * @param engine also for questions; inputs that it takes elsewhere count as well
     * @param language such as {@code it}; another one where a sentence does not have it
     * @return a governor; closing it leaves the engine open
     */
    public static RegulationGovernor of(RegulationEngine engine, String language) {
        // The interface is not for implementing elsewhere: there is no other engine.
        return new RegulationGovernor(engine, ((DefaultRegulationEngine) engine).standing(), language);
    }

    @Override
    public void accept(Input input) {
        engine.accept(input);
    }

    @Override
    public boolean takes(String type, String property) {
        return true;
    }

    @Override
    public List<Directive> step(Instant moment) {
        engine.advanceTo(moment);
        List<Directive> directives = new ArrayList<>();
        SortedMap<ActuatorId, Standing.Contested> changed = standing.step();
        changed.forEach((id, contested) -> change(id, contested, moment).ifPresent(directives::add));
        return List.copyOf(directives);
    }

    private Optional<Directive> change(ActuatorId id, Standing.Contested contested, Instant moment) {
        Held before = held.getOrDefault(id, new Held(Optional.empty(), Instant.MIN, 0));
        Optional<Award> award = contested.award();
        if (before.isSameAs(award)) {
            return Optional.empty();
        }
        Held now = new Held(award, moment, moment.equals(before.since()) ? before.nth() + 1 : 0);
        held.put(id, now);
        Directive directive = award.map(won -> claim(id, won, now))
                .orElseGet(() -> revert(id, contested.actuator(), before.award().orElseThrow(), now));
        ledger.add(new Ledger.Entry(directive, award));
        return Optional.of(directive);
    }

    private Directive claim(ActuatorId id, Award award, Held now) {
        Finding winner = award.winner();
        Directive.Cause cause = new Directive.Cause(winner.provision().id(), reason(winner), now.since());
        return directive(id, award, Directive.Kind.CLAIM, cause, now);
    }

    private Directive revert(ActuatorId id, Actuator actuator, Award ended, Held now) {
        Provision provision = ended.winner().provision();
        Directive.Cause cause =
                new Directive.Cause(provision.id(), provision.title().in(language), now.since());
        Award rest = new Award(ended.winner(), actuator.resting(), List.of());
        return directive(id, rest, Directive.Kind.REVERT, cause, now);
    }

    private static Directive directive(
            ActuatorId id, Award award, Directive.Kind kind, Directive.Cause cause, Held now) {
        return new Directive(
                name(id, cause, now.nth()), id.twin(), id.property(), award.value(), kind, cause, now.since());
    }

    private static String name(ActuatorId id, Directive.Cause cause, int nth) {
        String start = nth == 0 ? cause.since().toString() : cause.since() + "+" + nth;
        String named = String.join("\n", id.twin().toString(), id.property(), cause.provision(), start);
        return Hashing.sha256()
                .hashString(named, StandardCharsets.UTF_8)
                .toString()
                .substring(0, ID_DIGITS);
    }

    private String reason(Finding claim) {
        return claim.why()
                .says()
                .map(says -> says.in(language))
                .filter(says -> !says.isBlank())
                .orElseGet(() -> claim.provision().title().in(language));
    }

    /**
     * Who won each actuator so far, who lost, and why.
     *
     * @return the same ledger each time
     */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * Provisions of which nobody can say, at the end of the last step, whether they claim an actuator. What each claimed
     * when that was last certain still stands.
     *
     * @return sorted by twin and provision
     */
    public List<Doubt> doubts() {
        return standing.doubts();
    }

    @Override
    public void close() {
        held.clear();
    }
}
