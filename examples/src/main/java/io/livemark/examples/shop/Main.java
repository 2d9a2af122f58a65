/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import java.net.BindException;

/**
 * Starts the shop on the loopback interface and serves until {@code POST /shutdown} or SIGTERM.
 *
 * <p>Prints {@code ready PORT} once it serves and {@code stopped, answered N} at the end.
 */
public final class Main {

    private Main() {}

    /**
     * Runs the shop.
     *
     * @param args {@code --port PORT}; 0, the default, takes any free port
     * @throws Exception if the shop cannot be opened, for instance because the port is taken
     */
    public static void main(String... args) throws Exception {
        int port = port(args);
        if (port < 0) {
            System.err.println("usage: java -jar shop.jar [--port PORT]");
            System.exit(2);
        }
        // Without it, the answers of the JDK's server wait up to 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");

        Shop shop;
        try {
            shop = Shop.open(port);
        } catch (BindException e) {
            System.err.println("shop: port " + port + " cannot be had: " + e.getMessage());
            System.err.println("hint: --port 0   takes any free port.");
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(stopAndWaitFor(Thread.currentThread(), shop)));
        try (shop) {
            System.out.println("ready " + shop.port());
            shop.awaitStop();
        }
        System.out.println("stopped, answered " + shop.answered());
    }

    private static int port(String... args) {
        if (args.length == 0) {
            return 0;
        }
        try {
            int port = args.length == 2 && args[0].equals("--port") ? Integer.parseInt(args[1]) : -1;
            return port <= 65_535 ? port : -1;
        } catch (NumberFormatException notAPort) {
            return -1;
        }
    }

    private static Runnable stopAndWaitFor(Thread main, Shop shop) {
        return () -> {
            shop.stop();
            Threads.await(main);
        };
    }
}
