/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop;

import static io.livemark.Mark.mark;

/** What Java 17 has: records, sealed types, patterns, switches that have a value, text blocks. */
public class Records {
    sealed interface Payment permits Card, Cash, Later {}

    record Card(String number) implements Payment {
        Card {
            mark(Level.NAME + ".record.card number={}", number);
        }
    }

    record Cash(int given, double rate) implements Payment {
        double total() {
            mark(Level.NAME + ".record.total given={} rate={}", given, rate);
            return given * rate;
        }
    }

    enum Later implements Payment {
        MONDAY,
        FRIDAY
    }

    String switches(Later later, int count, String word) {
        mark(Level.NAME + ".switch.enum v={}", switch (later) {
            case MONDAY -> 1;
            case FRIDAY -> 5L;
        });
        mark(Level.NAME + ".switch.number v={} w={}", count, switch (count) {
            case 0 -> "none";
            case 1, 2 -> {
                String some = "some" + count;
                yield some;
            }
            default -> "many";
        });
        mark(Level.NAME + ".switch.string v={}", switch (word) {
            case "one" -> 1;
            default -> word.length();
        });
        return "switches";
    }

    String tries(String text) {
        mark(Level.NAME + ".switch.try v={}", switch (text.length()) {
            case 0 -> 0;
            default -> {
                try {
                    yield Integer.parseInt(text);
                } catch (NumberFormatException e) {
                    yield -1;
                }
            }
        });
        return "tries";
    }

    String patterns(Payment payment) {
        if (payment instanceof Cash cash && cash.given() > 1) {
            mark(Level.NAME + ".pattern.cash given={} total={}", cash.given, cash.total());
        } else if (!(payment instanceof Card card)) {
            mark(Level.NAME + ".pattern.other payment={}", payment);
        } else {
            mark(Level.NAME + ".pattern.card card={}", card);
        }
        mark(Level.NAME + ".pattern.inside number={}", payment instanceof Card card ? card.number : null);
        return "patterns";
    }

    String texts(String id, int count, Payment payment) {
        var half = count / 2.0;
        mark(Level.NAME + ".text.block text={}", """
                order %s""" + id);
        mark(Level.NAME + ".text.concatenation text={}", "order " + id + count + half + 'c');
        mark(Level.NAME + ".text.object text={}", "paid by " + payment);
        return "texts";
    }

    public static Object run(String command) {
        var shop = new Records();
        return switch (command) {
            case "switches" -> shop.switches(Later.MONDAY, 0, "one") + shop.switches(Later.FRIDAY, 2, "two");
            case "tries" -> shop.tries("12") + shop.tries("x");
            case "patterns" -> shop.patterns(new Card("4711"))
                    + shop.patterns(new Cash(3, 0.5))
                    + shop.patterns(Later.MONDAY);
            default -> shop.texts("o-2", 3, new Cash(1, 2));
        };
    }
}
