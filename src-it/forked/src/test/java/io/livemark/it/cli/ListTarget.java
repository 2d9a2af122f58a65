/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.cli;

import static io.livemark.Mark.armed;
import static io.livemark.Mark.label;
import static io.livemark.Mark.mark;

import io.livemark.it.Console;

/** Marks of every kind, the wrong ones too. None is ever run. */
final class ListTarget {

    private ListTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            if (command.equals("run")) {
                order("o", 1);
                wrong(argument);
                others();
            }
        });
    }

    private static void order(String id, double total) {
        mark("list.order id={} total={}", id, total);
    }

    private static void again(String id, double total) {
        mark("list.order id={} total={}", id, total * 2);
    }

    private static void evaluated(String id) {
        mark("list.evaluated length={}", id.length());
    }

    private static void others() {
        again("o", 2);
        evaluated("o");
        label("list.label");
        if (armed("list.armed")) {
            mark("list.armed");
        }
    }

    private static void wrong(String name) {
        mark("list.count a={}", 1, 2);
        mark("list.twice a={} a={}", 1, 2);
        mark("list.field a-b={}", 1);
        mark("list wrong name");
        mark("");
        mark("list.unnamed." + name);
    }
}
