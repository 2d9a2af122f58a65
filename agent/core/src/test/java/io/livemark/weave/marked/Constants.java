/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave.marked;

/** Initialised by the first read of its field, even through a class that inherits it. */
interface Constants {
    Object INHERITED = Effects.value("Constants is initialised");
}
