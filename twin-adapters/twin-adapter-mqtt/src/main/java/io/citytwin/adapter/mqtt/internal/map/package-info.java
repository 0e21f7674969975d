/** From payloads to observations. */
@NullMarked
package io.citytwin.adapter.mqtt.internal.map;

import org.jspecify.annotations.NullMarked;
