/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.guest;

import io.livemark.it.Console;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** A Tomcat with one web application, whose classes only its own class loader knows. */
final class TomcatTarget {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger ROOT = Logger.getLogger("");

    private final Tomcat tomcat = new Tomcat();
    private final Context context;
    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

    private TomcatTarget(Path base, Path application) {
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.getConnector();
        context = tomcat.addContext("/shop", application.toString());
        Tomcat.addServlet(context, "orders", "OrdersServlet");
        context.addServletMappingDecoded("/orders", "orders");
    }

    public static void main(String[] args) throws Exception {
        ROOT.setLevel(Level.WARNING);
        TomcatTarget target = new TomcatTarget(
                Path.of(System.getProperty("tomcat.base")), Path.of(System.getProperty("tomcat.application")));
        target.tomcat.start();
        target.remember();
        Console.serve((command, argument) -> {
            switch (command) {
                case "port" -> System.out.println(target.tomcat.getConnector().getLocalPort());
                case "redeploy" -> target.redeploy();
                case "loaders" -> System.out.println(target.loadersLeft());
                default -> throw new IllegalArgumentException(command);
            }
        });
        target.tomcat.stop();
        target.tomcat.destroy();
    }

    private void redeploy() {
        context.reload();
        remember();
    }

    private void remember() {
        loaders.add(new WeakReference<>(context.getLoader().getClassLoader()));
    }

    /** How many class loaders of the web application there are, once those that can go have gone. */
    private long loadersLeft() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long left = loaders.size();
        while (left > 1 && System.nanoTime() < deadline) {
            System.gc();
            left = loaders.stream().filter(loader -> !loader.refersTo(null)).count();
        }
        return left;
    }
}
