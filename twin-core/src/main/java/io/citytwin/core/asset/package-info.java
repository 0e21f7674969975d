/**
 * The city's assets as read-only interfaces. An interface is the whole description of an asset type: a getter is a
 * property, {@link io.citytwin.core.asset.In} gives a number's unit, a getter that returns another asset is a relation,
 * {@link io.citytwin.core.asset.Acts} lists what rules can forbid. {@link io.citytwin.core.asset.Reported} marks what a
 * device tells, {@link io.citytwin.core.asset.Desired} what it can be asked to take, and
 * {@link io.citytwin.core.asset.Personal} what only operators see. A type of your own is one such interface, registered
 * with {@link io.citytwin.core.asset.AssetTypes#with}. {@link io.citytwin.core.asset.AssetViews} shows a twin through
 * its interface.
 */
@NullMarked
package io.citytwin.core.asset;

import org.jspecify.annotations.NullMarked;
