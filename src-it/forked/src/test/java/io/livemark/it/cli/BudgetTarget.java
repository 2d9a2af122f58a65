/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import io.livemark.it.VirtualThreads;
import java.util.concurrent.locks.LockSupport;

/** Comes to its mark some hundred times a second, on two threads. */
final class BudgetTarget {

    private BudgetTarget() {}

    public static void main(String[] args) throws Exception {
        for (int i = 0; i < 2; i++) {
            if ("virtual".equals(System.getProperty("kind"))) {
                VirtualThreads.start(BudgetTarget::turns).setName("turns " + i);
            } else {
                Thread thread = new Thread(BudgetTarget::turns, "turns " + i);
                thread.setDaemon(true);
                thread.start();
            }
        }
        Console.serve((command, argument) -> {});
    }

    private static void turns() {
        for (int n = 0; ; n++) {
            mark("budget.turn n={}", n);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
