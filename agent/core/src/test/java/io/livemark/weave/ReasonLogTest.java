/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPLogger;

class ReasonLogTest {

    private static final String PROGRAM = """
            import io.livemark.Mark;
            class Program {
                static void m(String computed) {
                    Mark.mark("log.guarded");
                    Mark.mark(computed);
                    Mark.label("log.one");
                    Mark.label("log.two");
                }
            }
            """;

    private final Recorded recorded = new Recorded();
    private final ReasonLog reasons = new ReasonLog(recorded);

    @Test
    void what_is_not_woven_is_told_once_with_its_reasons() {
        MarkedClass marked = marked(PROGRAM);
        reasons.tell(marked);
        reasons.tell(marked);
        assertEquals(
                List.of("Program: unreachable, unnamed: the first argument is not a string constant; "
                        + "shim, a label leaves the instructions as they are"),
                recorded.lines);
    }

    @Test
    void another_reason_is_told_again() {
        MarkedClass marked = marked("class Program { void m() { io.livemark.Mark.mark(\"log.guarded\"); } }");
        reasons.tell(marked);
        assertEquals(List.of(), recorded.lines);
        marked.state(new MarkedClass.LeftAlone(Reason.Cause.RUNNING_LOOP.because("m")));
        reasons.tell(marked);
        reasons.tell(marked);
        assertEquals(
                List.of("Program: shim, a loop in m is running, which would never be compiled again"), recorded.lines);
    }

    @Test
    void without_a_log_nothing_is_put_together() {
        new ReasonLog(NOPLogger.NOP_LOGGER).tell(null);
    }

    private static MarkedClass marked(String source) {
        byte[] file = ClassFiles.compile("Program", source).get("Program");
        return new MarkedClass(
                "Program",
                null,
                new ClassVersion(ClassWeaver.sites(file), ClassFacts.of(file), new MarkedClass.Woven()));
    }

    private static final class Recorded extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1;

        private final transient List<String> lines = new ArrayList<>();

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
            lines.add(MessageFormatter.basicArrayFormat(pattern, arguments));
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
