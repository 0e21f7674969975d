/** What an MQTT adapter is made of; nobody outside this module uses it. */
@NullMarked
package io.citytwin.adapter.mqtt.internal;

import org.jspecify.annotations.NullMarked;
