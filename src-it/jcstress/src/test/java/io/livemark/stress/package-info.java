/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The guarantees of loading and unloading, as outcomes that jcstress must never see. Each test drives the engine itself, through
 * a woven call site, while another thread loads or unloads.
 */
package io.livemark.stress;
