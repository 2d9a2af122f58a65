/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.life;

/** Ends by itself, as many milliseconds after its start as its argument says. */
final class BriefTarget {

    private BriefTarget() {}

    public static void main(String[] args) throws Exception {
        Thread.sleep(Integer.parseInt(args[0]));
    }
}
