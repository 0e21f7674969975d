/**
 * Devices that speak MQTT: {@link io.citytwin.adapter.mqtt.MqttAdapter} reads what they report and tells them what the city
 * desires, as {@link io.citytwin.adapter.mqtt.MqttConfig} says, which usually stands in a file.
 */
@NullMarked
package io.citytwin.adapter.mqtt;

import org.jspecify.annotations.NullMarked;
