/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.flight;

import static io.livemark.Mark.mark;

import io.livemark.it.Console;
import io.livemark.it.Leftovers;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;

/** Marks with fields of many types, and one in a class that is loaded when it is told to. */
final class FlightTarget {

    private FlightTarget() {}

    public static void main(String[] args) throws Exception {
        Console.serve((command, argument) -> {
            switch (command) {
                case "order" -> order(argument, 12.5, 1L << 40);
                case "values" -> values(new Own(), DayOfWeek.MONDAY, new BigDecimal("1.50"), null);
                case "named" -> mark("flight.to-be.new duration={}", Duration.ofSeconds(2));
                case "one" -> mark("varies a={} b={}", 1, "x");
                case "two" -> mark("varies a={}", 2L);
                case "late" -> Late.turn(Integer.parseInt(argument));
                case "threads" -> Leftovers.printThreads(argument);
                default -> throw new IllegalArgumentException(command);
            }
        });
    }

    private static void order(String id, double total, long number) {
        mark("flight.order id={} total={} number={} open={} grade={}", id, total, number, true, 'b');
    }

    private static void values(Own own, DayOfWeek day, BigDecimal price, Object nothing) {
        mark("flight.values own={} day={} price={} nothing={} type={}", own, day, price, nothing, String.class);
    }

    /** Nobody may call this. */
    private static final class Own {
        @Override
        public String toString() {
            throw new IllegalStateException("code of the application was called");
        }
    }

    private static final class Late {
        static void turn(int n) {
            mark("flight.late n={}", n);
        }
    }
}
