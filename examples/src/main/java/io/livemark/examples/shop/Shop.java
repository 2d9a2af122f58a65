/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/** The open shop: puts the parts together and takes them apart in reverse. */
final class Shop implements AutoCloseable {

    private static final int SECONDS_FOR_OPEN_REQUESTS = 1;

    private final Database database;
    private final Dispatcher dispatcher;
    private final FrontDoor frontDoor;
    private final ExecutorService threads;
    private final HttpServer server;
    private final CountDownLatch stop = new CountDownLatch(1);

    private Shop(Database database, int port) throws IOException {
        this.database = database;
        this.dispatcher = new Dispatcher(database);
        Routes routes = new Routes(new Catalogue(database), new Orders(database, dispatcher), database, this::stop);
        this.frontDoor = new FrontDoor(routes);
        this.threads = Threads.forRequests();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", frontDoor);
        server.setExecutor(threads);
    }

    /** Fills the database, starts the dispatcher and serves. Port 0 takes any free one. */
    static Shop open(int port) throws IOException, SQLException {
        Database database = new Database();
        try {
            Schema.create(database);
            Shop shop = new Shop(database, port);
            shop.dispatcher.start();
            shop.server.start();
            return shop;
        } catch (IOException | SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How many requests were answered, with whatever status. */
    long answered() {
        return frontDoor.answered();
    }

    /** Asks for the end; returns at once. Safe on any thread, any number of times. */
    void stop() {
        stop.countDown();
    }

    void awaitStop() throws InterruptedException {
        stop.await();
    }

    /** Answers what was asked already, ships what was ordered already, then closes the database. */
    @Override
    public void close() {
        server.stop(SECONDS_FOR_OPEN_REQUESTS);
        Threads.await(threads);
        dispatcher.close();
        database.close();
    }
}
