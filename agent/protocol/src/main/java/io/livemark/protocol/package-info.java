/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What client and agent say to each other, and how it is written on the socket.
 *
 * <p>A client connects to the socket that {@link io.livemark.protocol.Rendezvous} names, writes one
 * {@link io.livemark.protocol.Request} and reads {@link io.livemark.protocol.Reply}s: one, except to a
 * {@link io.livemark.protocol.Request.Load} that follows its probe, which is answered by
 * {@link io.livemark.protocol.Reply.Loaded}, then events and data for as long as the probe lives, then
 * {@link io.livemark.protocol.Reply.Unloaded}.
 *
 * <p>Either way one frame a message:
 * <pre>
 *   +----------------+---------+---------+------------------------------+
 *   | length (int)   | version | type    | components, in record order  |
 *   | of what follows| (byte)  | (byte)  |                              |
 *   +----------------+---------+---------+------------------------------+
 *   type     index in the permits clause of Request or Reply
 *   boolean  a byte, 0 or 1          int, long  big-endian
 *   double   its bits, as a long
 *   String   int length, UTF-8       byte[]     int length, bytes
 *   enum     its name, as a String   record     its components
 *   List     int size, elements      Map        int size, keys and values, in turn
 * </pre>
 *
 * <p>Loaded by the agent's private loader and by the client. Imports nothing but {@code java.base}. Nothing that only one
 * of the two ends needs may come in here.
 */
package io.livemark.protocol;
