/**
 * What a rule author gets and does: the distribution as `package` leaves it, the two launchers, the commands of the
 * README. Everything here runs after `package`, in processes of its own.
 */
package io.citytwin.examples.milan.desk;
