/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;

/** What a handler may throw, and what the list shows of it. A class of the application: the probe calls it. */
public enum Failure {
    RUNTIME(IllegalStateException.class.getName() + ": at ") {
        @Override
        public void happen(Object n) {
            throw new IllegalStateException("at " + n);
        }
    },
    ERROR(AssertionError.class.getName() + ": at ") {
        @Override
        public void happen(Object n) {
            throw new AssertionError("at " + n);
        }
    },
    THROWABLE(Throwable.class.getName() + ": at ") {
        @Override
        public void happen(Object n) throws Throwable {
            throw new Throwable("at " + n);
        }
    },
    /** Checked, and the handler does not say so. */
    SNEAKY(IOException.class.getName() + ": at ") {
        @Override
        public void happen(Object n) {
            Failure.<RuntimeException>sneak(new IOException("at " + n));
        }
    },
    NULL(NullPointerException.class.getName()) {
        @Override
        public void happen(Object n) {
            throw null;
        }
    },
    STACK_OVERFLOW(StackOverflowError.class.getName()) {
        @Override
        public void happen(Object n) {
            happen(n.toString());
        }
    },
    OUT_OF_MEMORY(OutOfMemoryError.class.getName()) {
        @Override
        public void happen(Object n) {
            used = new int[Integer.MAX_VALUE];
        }
    },
    @SuppressWarnings({"removal", "deprecation"})
    THREAD_DEATH(ThreadDeath.class.getName()) {
        @Override
        public void happen(Object n) {
            throw new ThreadDeath();
        }
    },
    /** The exception has taken the flag along. */
    INTERRUPTED(InterruptedException.class.getName()) {
        @Override
        public void happen(Object n) throws InterruptedException {
            Thread.currentThread().interrupt();
            Thread.sleep(1);
        }
    },
    /** First the initialiser's, then the class is missing for ever. */
    CLASS_BROKEN("java.lang.") {
        @Override
        public void happen(Object n) {
            used = new Broken();
        }
    },
    MESSAGE_THROWS(Names.HOSTILE) {
        @Override
        public void happen(Object n) {
            throw new Hostile(null) {
                @Override
                public String getMessage() {
                    throw new IllegalStateException("getMessage");
                }
            };
        }
    },
    TO_STRING_THROWS(Names.HOSTILE) {
        @Override
        public void happen(Object n) {
            throw new Hostile(null) {
                @Override
                public String toString() {
                    throw new AssertionError("toString");
                }
            };
        }
    },
    TO_STRING_IS_NULL("") {
        @Override
        public void happen(Object n) {
            throw new Hostile(null) {
                @Override
                public String toString() {
                    return null;
                }
            };
        }
    },
    TO_STRING_RECURSES(Names.HOSTILE) {
        @Override
        public void happen(Object n) {
            throw new Hostile(null) {
                @Override
                public String toString() {
                    return toString();
                }
            };
        }
    },
    CAUSE_THROWS(Names.HOSTILE) {
        @Override
        public void happen(Object n) {
            throw new Hostile(null) {
                @Override
                public synchronized Throwable getCause() {
                    throw new IllegalStateException("getCause");
                }
            };
        }
    },
    CAUSES_WITHOUT_END(Names.HOSTILE) {
        @Override
        public void happen(Object n) {
            throw new Endless();
        }
    },
    CAUSES_IN_A_CIRCLE(Names.HOSTILE) {
        @Override
        public void happen(Object n) {
            Hostile first = new Hostile(null);
            first.initCause(new IllegalStateException(first));
            throw first;
        }
    },
    PRINTING_THROWS(Names.HOSTILE) {
        @Override
        public void happen(Object n) {
            throw new Hostile(null) {
                @Override
                public void printStackTrace(PrintWriter out) {
                    throw new IllegalStateException("printStackTrace");
                }

                @Override
                public void printStackTrace(PrintStream out) {
                    throw new IllegalStateException("printStackTrace");
                }

                @Override
                public StackTraceElement[] getStackTrace() {
                    throw new IllegalStateException("getStackTrace");
                }
            };
        }
    },
    /** Then it is that exception which the handler throws. */
    FILLING_IN_THROWS(IllegalStateException.class.getName() + ": fillInStackTrace") {
        @Override
        public void happen(Object n) {
            throw new Hostile(null) {
                @Override
                public synchronized Throwable fillInStackTrace() {
                    throw new IllegalStateException("fillInStackTrace");
                }
            };
        }
    },
    NO_STACK(Names.HOSTILE) {
        @Override
        public void happen(Object n) {
            throw new Hostile("without a stack", false);
        }
    };

    static volatile Object used;

    private final String shown;

    Failure(String shown) {
        this.shown = shown;
    }

    /** Throws. */
    public abstract void happen(Object n) throws Throwable;

    /** {@return how the first line of it begins in the list} */
    String shown() {
        return shown;
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** Of the classes below, which a constant cannot refer to before there are all constants. */
    private static final class Names {
        static final String HOSTILE = Failure.class.getName() + "$";
    }

    /** Some of its methods do harm. */
    private static class Hostile extends RuntimeException {

        private static final long serialVersionUID = 1;

        Hostile(String message) {
            super(message);
        }

        Hostile(String message, boolean withStack) {
            super(message, null, withStack, withStack);
        }
    }

    private static final class Endless extends Hostile {

        private static final long serialVersionUID = 1;

        Endless() {
            super(null);
        }

        @Override
        public synchronized Throwable getCause() {
            return new Endless();
        }
    }

    private static final class Broken {

        static {
            if (used == null || used != null) {
                throw new IllegalStateException("no such luck");
            }
        }
    }
}
