/**
 * Keeps a district within the electric power that rules allow it. Rules decide how much that is, by a cap on
 * {@link io.citytwin.core.asset.District#load}; {@link io.citytwin.rules.energy.DistrictEnergy} sees to it: from what
 * meters, panels, charge points, heat pumps and lamps tell it draws an {@link io.citytwin.rules.energy.EnergyBalance} of each
 * quarter of an hour, a {@link io.citytwin.rules.energy.LoadForecast} says what the next ones may bring and how far it was off
 * so far, and where that passes the limit, {@link io.citytwin.rules.energy.FairShares} splits what is left: first
 * charging goes down, fairly and never below its floor, then lamps dim, evenly and never below what their class needs.
 * What cannot be kept even so is told as unmet.
 */
@NullMarked
package io.citytwin.rules.energy;

import org.jspecify.annotations.NullMarked;
