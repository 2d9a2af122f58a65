/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop;

import io.livemark.Mark;

/** What Java 1.3 could say: no boxing, no variable arguments, no enums. */
public class Early {
    private int count = 3;
    private static int sold = 4;
    private int calls;

    private int called() {
        return ++calls;
    }

    public String primitives(byte b, short s, int i, long l) {
        Mark.mark(Level.NAME + ".integers b={} s={} i={} l={}", new Byte(b), new Short(s), new Integer(i), new Long(l));
        Mark.mark(
                Level.NAME + ".others f={} d={} c={} z={}",
                new Float(0.5f),
                new Double(0.25),
                new Character('c'),
                Boolean.TRUE);
        return "primitives";
    }

    public String objects(String id, Object any) {
        Mark.mark(Level.NAME + ".placed id={} any={}", id, any);
        Mark.mark(Level.NAME + ".null n={}", (Object) null);
        Mark.mark(Level.NAME + ".class type={}", String.class);
        Mark.mark(Level.NAME + ".array a={}", (Object) new int[] {1, 2});
        Mark.label(Level.NAME + ".label");
        Mark.mark(
                Level.NAME + ".armed placed={} lonely={}",
                Boolean.valueOf(Mark.armed(Level.NAME + ".placed")),
                Boolean.valueOf(Mark.armed(Level.NAME + ".lonely")));
        return "objects";
    }

    public String arrays(Object[] two) {
        Mark.mark(Level.NAME + ".five a={} b={} c={} d={} e={}", new Object[] {"a", null, "c", two, "e"});
        Mark.mark(Level.NAME + ".passed a={} b={}", two);
        return "arrays";
    }

    public String concatenation(String id, int i, Object any) {
        Mark.mark(Level.NAME + ".concatenation text={}", "order " + id + ": " + i + 'c' + 1.5 + true);
        Mark.mark(Level.NAME + ".toString text={}", "any " + any);
        return "concatenation";
    }

    public String conditions(String id, int i) {
        Mark.mark(Level.NAME + ".condition v={} w={}", i > 1 ? id : "one", i > 1 && id != null ? null : id);
        Mark.mark(Level.NAME + ".cast v={}", i > 1 ? (Object) id : (Object) this.getClass());
        return "conditions";
    }

    public String effects() {
        int local = 1;
        Mark.mark(Level.NAME + ".call v={} w={}", new Integer(called()), new Integer(called()));
        Mark.mark(Level.NAME + ".increment v={}", new Integer(local++));
        Mark.mark(Level.NAME + ".field v={} w={}", new Integer(count + sold), new Integer(this.count = 7));
        return "effects " + local + calls + count;
    }

    public String inner(final long number) {
        Runnable runnable = new Runnable() {
            public void run() {
                Mark.mark(Level.NAME + ".inner number={} calls={}", new Long(number), new Integer(called()));
            }
        };
        runnable.run();
        return "inner";
    }

    public static Object run(String command) {
        Early shop = new Early();
        if (command.equals("primitives")) {
            return shop.primitives((byte) 1, (short) 2, 3, 4L);
        } else if (command.equals("objects")) {
            return shop.objects("o-2", new Long(5));
        } else if (command.equals("arrays")) {
            return shop.arrays(new Object[] {"x", new Integer(2)});
        } else if (command.equals("concatenation")) {
            return shop.concatenation("o-3", 3, new StringBuffer("buffer"));
        } else if (command.equals("conditions")) {
            return shop.conditions("o-4", 2) + shop.conditions("o-5", 1);
        } else if (command.equals("effects")) {
            return shop.effects();
        }
        return shop.inner(8);
    }
}
