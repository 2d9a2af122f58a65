/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

import java.io.IOException;

/** A frame that is not as this package says; the message tells what is wrong with it. */
public final class WireException extends IOException {

    private static final long serialVersionUID = 1;

    WireException(String message) {
        super(message);
    }
}
