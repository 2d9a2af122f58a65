/**
 * A small shop, made of real parts: the JDK's HTTP server, H2 over JDBC, a pool of threads (virtual ones where the JDK
 * has them) and a dispatcher whose loop never ends.
 *
 * <p>It knows nothing of Livemark but {@link io.livemark.Mark}, and runs the same with and without the agent. It has
 * marks of every kind:
 *
 * <pre>
 * http.request.begin   FrontDoor    two strings
 * http.request.end     FrontDoor    String, int, long, from locals: read only while a probe is loaded
 * http.request.failed  FrontDoor    an exception as an object
 * order.placed         Orders       long, String, double, from calls: evaluated as the source says
 * db.query             Database     one marker, two sites
 * dispatch.loop        Dispatcher   in a loop that was running long before the agent came
 * dispatch.idle        Dispatcher   no fields
 * order.packed         Dispatcher   a label
 * order.shipped        Dispatcher   a Supplier: called only while a probe is loaded
 * order.stuck          Dispatcher   never, we hope: a mark that is listed and not hit
 * search.plan          Catalogue    behind Mark.armed, since asking the database for its plan is costly
 * refund.paid          Refunds      in a class that nothing loads before the first refund
 * </pre>
 */
package io.livemark.examples.shop;
