package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** An electronic gate at the edge of a zone, that can operate, take down, archive and keep data, and fine. Immutable. */
@Acts({"archive", "fine", "keep", "operate", "record"})
public interface Gate extends Asset {

    /**
     * Where it stands.
     *
     * @return the point
     */
    Optional<Location> location();

    /**
     * Where it stands.
     *
     * @return the municipality
     */
    @Within
    Optional<Municipality> place();

    /**
     * What it guards.
     *
     * @return the zone, also if the gate stands a few metres outside
     */
    @Within
    Optional<Zone> zone();

    /**
     * Whether only public transport may pass.
     *
     * @return true if its lane is reserved
     */
    Optional<Boolean> reserved();

    /**
     * Whether it reads who passes.
     *
     * @return true while its zone has its hours
     */
    @Desired(resting = "false")
    Optional<Boolean> active();

    /**
     * The rule set by which it lets pass.
     *
     * @return such as zone
     */
    @Desired(resting = "zone")
    Optional<GateRules> ruleSet();

    /**
     * What it charges for each passage that costs something.
     *
     * @return in EUR; 0 where law has not named a fee
     */
    @Desired(resting = "0")
    @In("EUR")
    Optional<Quantity> fee();

    /**
     * Whether the ministry has authorised it.
     *
     * @return true if it has
     */
    Optional<Boolean> authorised();

    /**
     * How long it has been tested before it fines.
     *
     * @return in days
     */
    @In("days")
    Optional<Quantity> daysTested();

    /**
     * Whether signs tell of its camera and of what that fines.
     *
     * @return true if they stand
     */
    Optional<Boolean> signs();

    /**
     * Of whom it takes down data.
     *
     * @return nobody, infringements only, or all who pass
     */
    Optional<GateRecording> recording();

    /**
     * Whether what it archives is encrypted.
     *
     * @return true if it is
     */
    Optional<Boolean> encrypted();

    /**
     * Whether it still has images of cases in which notice, fine and dispute are over.
     *
     * @return true if it has any
     */
    Optional<Boolean> casesOver();

    /**
     * How long it keeps the plates of all who pass.
     *
     * @return in days
     */
    @In("days")
    Optional<Quantity> plateDays();

    /**
     * Whether a legal basis, a notice to people and an impact assessment stand behind what it keeps.
     *
     * @return true if all three do
     */
    Optional<Boolean> assessed();

    /**
     * How long its general video is kept.
     *
     * @return in hours
     */
    @In("h")
    Optional<Quantity> videoHours();

    /**
     * Whether its general video serves urban security.
     *
     * @return true if it does
     */
    Optional<Boolean> urbanSecurity();

    /**
     * What its fines are for.
     *
     * @return such as entry
     */
    Optional<Breach> breach();

    /**
     * What its fines ask for, without costs.
     *
     * @return in EUR
     */
    @In("EUR")
    Optional<Quantity> fineAsked();

    /**
     * How long after an infringement its notice is served.
     *
     * @return in days
     */
    @In("days")
    Optional<Quantity> noticeDelay();
}
