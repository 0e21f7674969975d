/**
 * What keeps people out of the city's data. {@link io.citytwin.core.privacy.Pseudonyms} name plates and people by keyed
 * hashes whose key lives for a day or for a counting year; {@link io.citytwin.core.privacy.InfringementFiles} keep what a
 * fine needs, encrypted, until its day. Both stand in front of the city: behind them no plate is known, so none can be in a
 * journal, a reason or a report. {@link io.citytwin.core.privacy.PeriodKeys} are what a journal encrypts personal entries
 * under, a key for each month, until the month is erased.
 */
@NullMarked
package io.citytwin.core.privacy;

import org.jspecify.annotations.NullMarked;
