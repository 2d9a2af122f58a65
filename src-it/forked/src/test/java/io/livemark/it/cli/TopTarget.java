/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.util.concurrent.locks.LockSupport;

/** Four marks. Of those that are run, one has had the most hits, one has the most now, and one is for a probe that takes its time. */
final class TopTarget {

    private TopTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            if (command.equals("place")) {
                place(Integer.parseInt(argument));
            } else if (command.equals("work")) {
                Thread thread = new Thread(TopTarget::work, "work");
                thread.setDaemon(true);
                thread.start();
            } else if (command.equals("call")) {
                mark("admin.called");
            }
        });
    }

    private static void place(int orders) {
        for (int n = 0; n < orders; n++) {
            mark("order.placed n={}", n);
        }
    }

    private static void work() {
        for (int n = 0; ; n++) {
            mark("budget.turn n={}", n);
            for (int i = 0; i < 2; i++) {
                mark("cart.filled n={} i={}", n, i);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
