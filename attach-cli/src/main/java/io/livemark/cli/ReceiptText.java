/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.protocol.Receipt;
import java.io.PrintWriter;
import java.util.List;

/** A receipt in one line, which claims what the receipt claims and nothing else. */
final class ReceiptText {

    private ReceiptText() {}

    static void print(List<Receipt> receipts, PrintWriter out) {
        for (Receipt receipt : receipts) {
            out.println(of(receipt));
        }
    }

    static String of(Receipt receipt) {
        return "unloaded " + receipt.name() + cause(receipt.cause())
                + ": disarmed in " + DurationText.millis(receipt.disarmedNanos())
                + "; " + Count.deliveries(receipt.deliveries())
                + ", " + Count.of(receipt.exceptions(), "exception")
                + closing(receipt.closing());
    }

    private static String cause(Receipt.Cause cause) {
        switch (cause) {
            case EXPIRED:
                return " (its time was over)";
            case CLIENT_GONE:
                return " (its client has gone)";
            case FAULTY:
                return " (it threw too often)";
            default:
                return "";
        }
    }

    private static String closing(Receipt.Closing closing) {
        switch (closing) {
            case CLOSED:
                return "; closed";
            case THREW:
                return "; its close method threw";
            case PENDING:
                return "; not closed yet: a handler is still running";
            default:
                return "";
        }
    }
}
