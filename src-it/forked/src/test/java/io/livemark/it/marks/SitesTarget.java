/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.marks;

import io.livemark.it.Console;

/** Runs one of the marked methods beside it and prints what that returned. */
final class SitesTarget {

    /** All commands that may be given more than once. */
    static final String ALL =
            "lambda constructor beforeSuper interfaces records enums switches switchOnTheStack tryFinally"
                    + " tryWithResources synchronizedBlocks nested anonymous loops branches labelled row emptyBranches wideLocals"
                    + " last guarded labels conditional pure concatenation calls throwing lambdaArgument";

    private SitesTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> System.out.println("did " + run(command)));
    }

    private static Object run(String command) throws Exception {
        Arguments arguments = new Arguments();
        arguments.next = new Arguments();
        return switch (command) {
            case "lambda" -> Constructs.lambda();
            case "constructor" -> Constructs.constructor();
            case "beforeSuper" -> Constructs.beforeSuper();
            case "interfaces" -> Constructs.interfaces();
            case "records" -> Constructs.records();
            case "enums" -> Constructs.enums();
            case "switches" -> Constructs.switches();
            case "switchOnTheStack" -> Constructs.switchOnTheStack(1) + " " + Constructs.switchOnTheStack(2);
            case "tryFinally" -> Constructs.tryFinally();
            case "tryWithResources" -> Constructs.tryWithResources();
            case "synchronizedBlocks" -> Constructs.synchronizedBlocks();
            case "nested" -> Constructs.nested();
            case "anonymous" -> Constructs.anonymous();
            case "clinit" -> Initialised.VALUE;
            case "loops" -> Flow.loops();
            case "branches" -> Flow.branches();
            case "labelled" -> Flow.labelled();
            case "row" -> Flow.row();
            case "emptyBranches" ->
                Flow.emptyBranches(true, true)
                        + " " + Flow.emptyBranches(true, false)
                        + " " + Flow.emptyBranches(false, true);
            case "wideLocals" -> Flow.wideLocals(1L << 33, 2.5, "c");
            case "last" -> {
                Flow.last(7);
                yield "last";
            }
            case "guarded" -> Flow.guarded();
            case "labels" -> Flow.labels();
            case "conditional" -> arguments.conditional(true, "s") + " " + arguments.conditional(false, null);
            case "pure" -> arguments.pure(1, -9L, new int[] {5, 6}, new String[] {"s"}, "object");
            case "concatenation" -> arguments.concatenation(1, "s", new Arguments.Counted(arguments));
            case "calls" -> arguments.calls(new int[] {7, 8, 9});
            case "throwing" -> arguments.throwing(false) + " " + arguments.throwing(true);
            case "readThroughNull" -> arguments.readThroughNull();
            case "divide" -> arguments.divide(0);
            case "lambdaArgument" -> arguments.lambda("captured ");
            default -> throw new IllegalArgumentException(command);
        };
    }
}
