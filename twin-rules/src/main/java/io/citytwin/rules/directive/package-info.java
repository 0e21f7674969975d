/**
 * What the law asks of devices. A {@link io.citytwin.rules.directive.RegulationGovernor} follows all claims on the
 * actuators of a city and issues a directive when another claim wins; its {@link io.citytwin.rules.directive.Ledger}
 * keeps who won, who lost and why.
 */
@NullMarked
package io.citytwin.rules.directive;

import org.jspecify.annotations.NullMarked;
