/**
 * What a Ditto promises, as tests: {@link io.citytwin.adapter.dittotck.DittoContract}. A test class implements it and says
 * where the Ditto is.
 */
@NullMarked
package io.citytwin.adapter.dittotck;

import org.jspecify.annotations.NullMarked;
