/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

/** Where nothing goes wrong. */
final class NoControl implements Control {

    @Override
    public void taken(long more) {}

    @Override
    public void stop() {}

    @Override
    public void failed(String kind, String what, String hint) {
        throw new AssertionError(what);
    }

    @Override
    public void changed() {}
}
