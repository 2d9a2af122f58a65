/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package java.lang;
/** x. */
public final class LivemarkSite {
    private LivemarkSite() {}
}
