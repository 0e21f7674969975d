package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/**
 * A quarter of an hour of a district that is over. Immutable.
 *
 * @param balance what was used and made
 * @param predicted what {@link EnergyBalance#demand} was predicted to be when the quarter began; empty for the first one
 * @param cap the most that rules allowed at its end, in kW; empty if they set no limit
 * @param curtailed whether its charging and lamps were under the budget's control at its end
 */
public record PastQuarter(
        EnergyBalance balance, Optional<Prediction> predicted, Optional<Quantity> cap, boolean curtailed) {}
