/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.subject;

import java.io.IOException;

/** Does next to nothing: what it takes is the start of a JVM, and of what else is in it. {@code Hello wait} stays, until its stdin ends. */
public final class Hello {

    private Hello() {}

    public static void main(String[] args) throws IOException {
        System.out.println(args.length == 0 ? "hello" : "ready");
        while (args.length > 0 && System.in.read() >= 0) {
            // Until the driver has gone.
        }
    }
}
