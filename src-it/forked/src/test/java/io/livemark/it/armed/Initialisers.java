/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import static io.livemark.Mark.mark;

/** Classes that stand in their initialisers; all of one loader, and each only once. */
final class Initialisers {

    private static int next;

    private Initialisers() {}

    /** Initialises the next of them; there are four. */
    static void next() {
        switch (next++) {
            case 0 -> First.touch();
            case 1 -> Second.touch();
            case 2 -> Third.touch();
            case 3 -> Fourth.touch();
            default -> throw new IllegalStateException("there are no more");
        }
    }

    private static final class First {
        static {
            mark("place.initialiser n={}", 1);
            Visit.stand();
            mark("place.initialiser n={}", 2);
        }

        static void touch() {}
    }

    private static final class Second {
        static {
            mark("place.initialiser n={}", 1);
            Visit.stand();
            mark("place.initialiser n={}", 2);
        }

        static void touch() {}
    }

    private static final class Third {
        static {
            mark("place.initialiser n={}", 1);
            Visit.stand();
            mark("place.initialiser n={}", 2);
        }

        static void touch() {}
    }

    private static final class Fourth {
        static {
            mark("place.initialiser n={}", 1);
            Visit.stand();
            mark("place.initialiser n={}", 2);
        }

        static void touch() {}
    }
}
