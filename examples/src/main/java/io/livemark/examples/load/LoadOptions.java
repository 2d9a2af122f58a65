/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.load;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * How much load, and where to. Bounded, and only for this machine: it is made to be harmless.
 *
 * @param url where the shop is; loopback addresses only
 * @param seconds how long, 1 to 600
 * @param threads how many customers at once, 1 to 64
 * @param rate how many requests a second from all customers together, 1 to 5,000
 */
record LoadOptions(URI url, int seconds, int threads, int rate) {

    static final String USAGE = """
            usage: java -cp shop.jar io.livemark.examples.load.LoadGenerator --url http://localhost:PORT
                   [--seconds 10] [--threads 4] [--rate 200]""";

    static LoadOptions parse(String... args) {
        URI url = null;
        int seconds = 10;
        int threads = 4;
        int rate = 200;
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            String value = args[i + 1];
            switch (args[i]) {
                case "--url" -> url = local(value);
                case "--seconds" -> seconds = number(args[i], value, 600);
                case "--threads" -> threads = number(args[i], value, 64);
                case "--rate" -> rate = number(args[i], value, 5_000);
                default -> throw new IllegalArgumentException("no such option: " + args[i]);
            }
        }
        if (url == null) {
            throw new IllegalArgumentException("--url is missing");
        }
        return new LoadOptions(url, seconds, threads, rate);
    }

    private static int number(String option, String value, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException sameAsOutOfRange) {
            // told below
        }
        throw new IllegalArgumentException(option + " must be from 1 to " + most + ", not " + value);
    }

    private static URI local(String value) {
        try {
            URI url = URI.create(value);
            if ("http".equals(url.getScheme())
                    && url.getHost() != null
                    && InetAddress.getByName(url.getHost()).isLoopbackAddress()) {
                return url;
            }
        } catch (IllegalArgumentException | UnknownHostException sameAsElsewhere) {
            // told below
        }
        throw new IllegalArgumentException("--url must be an http address of this machine, not " + value);
    }
}
