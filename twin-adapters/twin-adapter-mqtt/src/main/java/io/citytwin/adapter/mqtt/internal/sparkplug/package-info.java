/** Sparkplug B: births, aliases, numbers in sequence. */
@NullMarked
package io.citytwin.adapter.mqtt.internal.sparkplug;

import org.jspecify.annotations.NullMarked;
