/** An MQTT broker for trying things out on one machine. */
@NullMarked
package io.citytwin.examples.broker;

import org.jspecify.annotations.NullMarked;
