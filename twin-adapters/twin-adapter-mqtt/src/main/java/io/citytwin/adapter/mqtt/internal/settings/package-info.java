/** From settings to mappings. */
@NullMarked
package io.citytwin.adapter.mqtt.internal.settings;

import org.jspecify.annotations.NullMarked;
