/** The line to a broker, the same for both versions of MQTT. */
@NullMarked
package io.citytwin.adapter.mqtt.internal.link;

import org.jspecify.annotations.NullMarked;
