/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.cli.problem.Problem;
import io.livemark.cli.problem.Unreachable;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says what is wrong, in two lines on standard error: what and where, then the remedy. Never a stack. */
public final class Complaints implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** What Java makes of bytes of an argument that it cannot read. */
    static final char UNREADABLE = '\ufffd';

    private final PrintWriter err;

    Complaints(PrintWriter err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return say(e.getMessage(), command + " --help   shows what may be given", ExitCode.USAGE);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        if (e instanceof Problem problem) {
            return say(problem, err);
        }
        return say("this should not happen: " + e, "please report it, with the command", ExitCode.FAILED);
    }

    /**
     * Says what is wrong.
     *
     * @param problem what it is
     * @param err where to say it
     * @return the exit code
     */
    public static int say(Problem problem, PrintWriter err) {
        return new Complaints(err)
                .say(
                        problem.getMessage(),
                        problem.hint(),
                        problem instanceof Unreachable ? ExitCode.UNREACHABLE : ExitCode.FAILED);
    }

    /** Says that an argument could not be read; returns the exit code. */
    static int sayUnreadable(String argument, PrintWriter err) {
        boolean isUtf8 = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
        return new Complaints(err)
                .say(
                        "an argument has characters that cannot be read in this locale, ? here: "
                                + argument.replace(UNREADABLE, '?'),
                        isUtf8
                                ? "its bytes are no UTF-8; Java writes the character U+FFFD itself \\ufffd"
                                : "LC_ALL=C.UTF-8 livemark …   reads them; in an expression \\u20ac does, for one",
                        ExitCode.USAGE);
    }

    /**
     * Says what is so, though nothing failed.
     *
     * @param what one sentence
     * @param hint the remedy; empty where there is none
     * @param err where to say it
     */
    public static void note(String what, String hint, PrintWriter err) {
        new Complaints(err).say(what, hint, ExitCode.DONE);
    }

    private int say(String what, String hint, ExitCode exit) {
        err.println("livemark: " + what);
        if (!hint.isEmpty()) {
            err.println("hint: " + hint);
        }
        err.flush();
        return exit.code();
    }
}
