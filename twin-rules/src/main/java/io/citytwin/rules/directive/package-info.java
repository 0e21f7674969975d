/**
 * What the law asks of devices. A {@link io.citytwin.rules.directive.RegulationGovernor} follows all claims on the
 * actuators of a city, those of persons included, and issues a directive when another {@link
 * io.citytwin.rules.directive.Claim} wins; its {@link io.citytwin.rules.directive.Ledger} keeps who won, who lost and why.
 * An {@link io.citytwin.rules.directive.Allotter} splits budgets into shares, which are claims as well.
 */
@NullMarked
package io.citytwin.rules.directive;

import org.jspecify.annotations.NullMarked;
