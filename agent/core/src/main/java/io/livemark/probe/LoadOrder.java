/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import io.livemark.protocol.Limits;
import java.util.Map;

/**
 * What to load.
 *
 * @param name the name of the probe; empty for the simple name of its class
 * @param files class files and resources by their path
 * @param arguments for {@code ProbeContext.arguments}
 * @param follower takes what the probe emits; null where nobody follows it
 * @param limits what the probe may do before it is taken out
 * @param isLenient whether sites that do not fit are left out; else they refuse the load
 */
public record LoadOrder(
        String name,
        Map<String, byte[]> files,
        Map<String, String> arguments,
        EventBuffer follower,
        Limits limits,
        boolean isLenient) {}
