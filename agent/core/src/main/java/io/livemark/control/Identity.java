/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.control;

/**
 * What the agent says of itself.
 *
 * @param version of Livemark
 * @param attached whether it came by attach
 */
public record Identity(String version, boolean attached) {}
