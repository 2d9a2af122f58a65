/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livemark.it.Arrival;
import io.livemark.it.Build;
import io.livemark.it.ForkedJvm;
import io.livemark.it.Listing;
import io.livemark.it.Sources;
import io.livemark.it.probes.OrderProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that nobody here wrote: marks in a web application with a class loader of its own, while it serves. */
class TomcatIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void a_web_application_is_probed_while_it_serves_and_can_be_redeployed(Arrival arrival) throws IOException {
        try (ForkedJvm target = tomcat(arrival)) {
            String port = target.say("port").line();
            try (Requests requests = new Requests(port)) {
                assertEquals("order first", requests.get("id=first&total=1"));
                if (arrival == Arrival.BY_ATTACH) {
                    target.livemark("attach").exits(0);
                }
                Listing list = target.list();
                assertEquals("id java.lang.String, total double", list.fields("web.order"));
                target.load(OrderProbe.class).exits(0);
                assertEquals("order 4711", requests.get("id=4711&total=2.5"));
                target.prints("hit 4711 2.5");
                target.livemark("unload", "OrderProbe").exits(0);
                assertEquals("order 4712", requests.get("id=4712&total=2.5"));
                target.say("port").prints(port);
            }
            target.say("redeploy").printsNothing();
            try (Requests requests = new Requests(port)) {
                target.load(OrderProbe.class).exits(0);
                assertEquals("order 4713", requests.get("id=4713&total=3"));
                target.prints("hit 4713 3.0");
            }
            target.say("redeploy").printsNothing();
            try (Requests requests = new Requests(port)) {
                assertEquals("order 4714", requests.get("id=4714&total=4"));
                target.prints("hit 4714 4.0");
                target.livemark("unload", "OrderProbe").exits(0);
            }
            target.say("loaders").prints("1");
            assertEquals(List.of(), target.err(), "Tomcat looks for what an application leaves in threads");
        }
    }

    private ForkedJvm tomcat(Arrival arrival) throws IOException {
        Path application = Files.createDirectory(directory.resolve("application"));
        Path classes = Files.createDirectories(application.resolve("WEB-INF/classes"));
        Path lib = Files.createDirectories(application.resolve("WEB-INF/lib"));
        Files.copy(Build.apiJar(), lib.resolve("livemark-api.jar"));
        List<Path> tomcat = Build.dependency("tomcat-");
        Sources.compile(Sources.write(directory, "OrdersServlet", Sources.resource("OrdersServlet")), classes, tomcat);
        String[] options = {
            "-Dtomcat.base=" + directory,
            "-Dtomcat.application=" + application,
            "-XX:+EnableDynamicAgentLoading",
            // What Tomcat's search for leaks asks for.
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED"
        };
        String main = TomcatTarget.class.getName();
        return arrival == Arrival.AT_START
                ? ForkedJvm.start(main, arrival, tomcat, options)
                : ForkedJvm.startWithoutAgent(main, tomcat, options);
    }
}
