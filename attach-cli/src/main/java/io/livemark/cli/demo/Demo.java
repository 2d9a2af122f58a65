/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.demo;

import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The demonstration, from the opening of the shop to its end.
 *
 * <p>On Ctrl-C the JVM runs our thread beside that of the look that is going on: that one takes its probe out, the
 * caller's thread then finds that all is over and closes the shop, and ours waits for both.
 */
public final class Demo {

    private static final long FAREWELL_SECONDS = 15;

    private final Stage stage;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean isInterrupted;

    /**
     * Prepares one.
     *
     * @param livemark what runs commands
     * @param out standard output
     */
    public Demo(Runner livemark, PrintWriter out) {
        this.stage = new Stage(livemark, out);
    }

    /**
     * Shows what there is, step by step.
     *
     * @throws Problem where a step fails
     */
    public void tour() throws Problem {
        run(shop -> new Tour(shop, stage).run());
    }

    /**
     * Opens the shop, says what to try on it, and waits.
     *
     * @param time how long; null for as long as the user wants
     * @throws Problem where the shop ends earlier
     */
    public void stay(Duration time) throws Problem {
        run(shop -> {
            String pid = " " + shop.pid() + " ";
            stage.says(String.join(
                    "\n",
                    "The shop is JVM" + pid + "now: a marked program, without any agent. In another terminal, try",
                    "  livemark list" + pid + "--sites",
                    "  livemark count" + pid + "http.request.end --by status",
                    "  livemark hist" + pid + "db.query nanos",
                    "  livemark latency" + pid + "http.request.begin http.request.end",
                    "  livemark stack" + pid + "payment.declined",
                    "  livemark print" + pid + "order.placed --where 'total > 100'",
                    "  livemark top" + pid.stripTrailing(),
                    "Ctrl-C closes it."));
            shop.whenGone(stage::end);
            if (time == null) {
                stage.pause();
            } else {
                stage.pause(time.toMillis());
            }
            stage.saysLast(shop.end());
        });
    }

    /** Something to show on an open shop. */
    private interface Show {
        void on(ShopProcess shop) throws Problem;
    }

    private void run(Show show) throws Problem {
        Thread onInterrupt = new Thread(this::interrupted, "livemark interrupt");
        try {
            Runtime.getRuntime().addShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            return;
        }
        try (ShopProcess shop = ShopProcess.start()) {
            show.on(shop);
        } catch (Problem e) {
            // What ends us may have been sent to the shop too, and then that is no failure.
            if (!isInterrupted) {
                throw e;
            }
        } finally {
            closed.countDown();
        }
    }

    private void interrupted() {
        isInterrupted = true;
        stage.end();
        try {
            closed.await(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
