/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.top;

import io.livemark.cli.Characters;
import io.livemark.cli.jvm.Agent;
import io.livemark.cli.problem.Problem;
import io.livemark.protocol.Reply;
import io.livemark.protocol.Request;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jline.terminal.Size;

/** The full screen, from begin to end. */
public final class Top {

    private static final int MOST_TOLD = 20;

    private final Agent agent;
    private final Duration every;
    private final boolean isUtf8;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Board board = new Board();
    private final Choice choice = new Choice();
    private final Counters counters;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private String word = "";

    /**
     * @param agent of the JVM to look at
     * @param every how often
     * @param isAscii whether only ASCII is to be shown, whatever the locale says
     */
    public Top(Agent agent, Duration every, boolean isAscii) {
        this.agent = agent;
        this.every = every;
        this.isUtf8 = !isAscii && Characters.areUtf8();
        this.counters = new Counters(agent, events::add);
    }

    /**
     * Shows, until the user has seen enough. The agent is put in first where it is missing.
     *
     * @throws Problem where there is no terminal, or the JVM cannot be reached, or cannot be any more
     */
    public void run() throws Problem {
        try (Screen screen = Screen.open(events::add)) {
            // Once before anything is shown: whether it is the right JVM, and whether it can be reached.
            look((Reply.Markers) agent.ask(new Request.ListMarkers("*")), System.nanoTime());
            Thread looker = new Thread(this::lookAgainAndAgain, "livemark top");
            looker.setDaemon(true);
            looker.start();
            while (!isOver.get()) {
                Size size = screen.size();
                Frame frame = new Frame(size.getRows(), size.getColumns(), isUtf8);
                List<Row> shown = choice.shown(board.rows());
                screen.show(frame.draw(agent.jvm().toString(), shown, board.rows(), choice, word), size);
                take(events.take(), shown, frame.page());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            isOver.set(true);
            counters.end();
        }
    }

    private void take(Event event, List<Row> shown, int page) throws Problem {
        if (event instanceof Event.Pressed pressed) {
            press(pressed.key(), shown, page);
        } else if (event instanceof Event.Looked looked) {
            look(looked.seen(), looked.nanos());
        } else if (event instanceof Event.Said said) {
            word = said.words();
        } else if (event instanceof Event.Failed failed) {
            throw with(failed.problem());
        }
    }

    /** What was seen goes with the screen, and there may be nobody left to ask again. */
    private Problem with(Problem end) {
        String seen = board.rows().stream()
                .filter(row -> row.marker().hits() > 0)
                .sorted(Comparator.comparingLong((Row row) -> row.marker().hits())
                        .reversed())
                .limit(MOST_TOLD)
                .map(row -> row.name() + " " + row.marker().hits())
                .collect(Collectors.joining(", "));
        return new Problem(end.getMessage() + (seen.isEmpty() ? "" : "\n  hits until then: " + seen), end.hint());
    }

    private void press(Key key, List<Row> shown, int page) {
        if (key.kind() != Key.Kind.RESIZED) {
            word = "";
        }
        Choice.Wish wish = choice.press(key, shown, page);
        if (wish == Choice.Wish.TOGGLE) {
            counters.toggle(shown.get(choice.position()).marker());
        } else if (wish == Choice.Wish.END) {
            isOver.set(true);
        }
    }

    private void look(Reply.Markers seen, long nanos) {
        board.look(seen, counters.markers(), nanos);
    }

    private void lookAgainAndAgain() {
        try {
            while (!isOver.get()) {
                Thread.sleep(every.toMillis());
                long asked = System.nanoTime();
                Reply reply = agent.askWhereThere(new Request.ListMarkers("*"));
                if (reply == null) {
                    throw new Problem(
                            "the agent has left JVM " + agent.jvm(), "livemark ps   shows whether the JVM still runs");
                }
                events.add(new Event.Looked((Reply.Markers) reply, asked));
            }
        } catch (Problem e) {
            events.add(new Event.Failed(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
