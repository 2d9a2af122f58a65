/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop;

import io.livemark.Mark;

/** A finally, which is a subroutine in the class files of Java 1.3 and 1.4. */
public class Finally {
    public String finallys(boolean fail) {
        String said = "";
        for (int i = 0; i < 2; i++) {
            try {
                Mark.mark(Level.NAME + ".try i={}", new Integer(i));
                if (fail) {
                    throw new IllegalStateException("failed");
                }
                if (i == 1) {
                    return said;
                }
            } catch (IllegalStateException e) {
                Mark.mark(Level.NAME + ".catch e={}", e);
                continue;
            } finally {
                said += i;
                Mark.mark(Level.NAME + ".finally said={}", said);
            }
        }
        synchronized (this) {
            Mark.mark(Level.NAME + ".locked said={}", said);
            return "past " + said;
        }
    }

    public static Object run(String command) {
        return new Finally().finallys(false) + new Finally().finallys(true);
    }
}
