/**
 * Customers of the shop: real HTTP requests over the loopback interface, each answer compared with what was expected.
 *
 * <p>They are how the tour knows that the shop answered every request while probes came and went. Nothing here knows of
 * Livemark.
 */
package io.livemark.examples.load;
