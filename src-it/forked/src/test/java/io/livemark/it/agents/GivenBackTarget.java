/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.agents;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Loads classes, shows what the agent {@link Neighbour} saw of them, and runs a marked loop. */
final class GivenBackTarget {

    private static final CountDownLatch SPINNING = new CountDownLatch(1);

    private static volatile boolean stopped;

    private GivenBackTarget() {}

    public static void main(String[] args) throws Exception {
        for (String name : System.getProperty("classes").split(",")) {
            Class.forName(name, false, GivenBackTarget.class.getClassLoader());
        }
        Console.serve((command, argument) -> {
            switch (command) {
                case "write" -> Onlooker.write(Path.of(argument));
                case "spin" -> {
                    Thread spinner = new Thread(GivenBackTarget::spin);
                    spinner.setDaemon(true);
                    spinner.start();
                    SPINNING.await();
                }
                default -> throw new IllegalArgumentException(command);
            }
        });
        stopped = true;
    }

    private static void spin() {
        SPINNING.countDown();
        for (long n = 0; !stopped; n++) {
            mark("back.spin n={}", n);
        }
    }
}
