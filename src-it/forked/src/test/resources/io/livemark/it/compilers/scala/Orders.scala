/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop

import io.livemark.Mark.mark

sealed trait Payment
final case class Card(number: String) extends Payment
final case class Cash(amount: Int) extends Payment
case object Later extends Payment

/** Wrapped only where it must be an object. */
final class Cents(val amount: Long) extends AnyVal

/** Its method has a body, which the classes that mix it in share. */
trait Audited {
  def id: String

  def audit(by: String = "nobody"): String = {
    mark("trait.audit id={} by={}", id, by)
    s"$id seen by $by"
  }
}

class Order(val id: String, val customer: Option[String], val count: Int = 1) extends Audited {
  mark("order.created id={} customer={} count={}", id, customer, count)

  private var sum = 0.0

  def total: Double = sum

  def total_=(value: Double): Unit = {
    mark("order.total old={} now={}", sum, value)
    sum = value
  }

  def +(more: Int): Order = {
    mark("order.plus count={} more={}", count, more)
    new Order(id, customer, count + more)
  }
}

object Order {
  final val Placed = "order.placed id={} total={}"

  def place(id: String, total: Double): Order = {
    mark(Placed, id, total)
    val order = new Order(id, None)
    order.total = total
    order
  }

  def unapply(order: Order): Option[(String, Int)] = Some((order.id, order.count))
}
