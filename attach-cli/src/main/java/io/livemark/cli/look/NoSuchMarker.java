/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.problem.Problem;

/** A JVM has no marker of the name that was asked for. */
final class NoSuchMarker extends Problem {

    private static final long serialVersionUID = 1;

    NoSuchMarker(String what, String hint) {
        super(what, hint);
    }
}
