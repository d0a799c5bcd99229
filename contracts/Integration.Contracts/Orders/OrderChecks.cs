using System.Globalization;
using Integration.Contracts.Amounts;

namespace Integration.Contracts.Orders;

/// <summary>The invariants of <see cref="Order"/>: what must hold before any service acts on it.</summary>
public static class OrderChecks
{
    /// <summary>
    /// Turns a difference of at most <paramref name="limit"/> between the storefront's total and the sum of the parts into an
    /// explicit rounding line. A larger difference is left for <see cref="Problems"/> to report.
    /// </summary>
    public static Order WithRounding(Order order, decimal limit)
    {
        var difference = order.Total - order.ComputedTotal();
        return difference != 0 && Math.Abs(difference) <= limit ? order with { Rounding = order.Rounding + difference } : order;
    }

    /// <summary>All broken invariants; empty when the order may be taken.</summary>
    public static IReadOnlyList<OrderProblem> Problems(Order order)
    {
        var problems = new List<OrderProblem>();
        void Require(bool holds, string field, string message)
        {
            if (!holds) problems.Add(new OrderProblem(field, message));
        }

        Require(order.Number.Length > 0, "number", "The order has no number.");
        Require(order.Currency.Length == 3 && order.Currency.All(char.IsAsciiLetterUpper), "currency", "The currency is not a three-letter ISO 4217 code.");
        Require(order.Lines.Count > 0, "lines", "The order has no lines.");
        for (var index = 0; index < order.Lines.Count; index++)
        {
            var line = order.Lines[index];
            var at = string.Create(CultureInfo.InvariantCulture, $"lines[{index}]");
            Require(!string.IsNullOrWhiteSpace(line.Sku), $"{at}.sku", $"Line {index + 1} has no SKU: give the product one in the shop.");
            Require(line.Quantity > 0, $"{at}.quantity", $"Line {index + 1} has the quantity {line.Quantity.ToString(CultureInfo.InvariantCulture)}.");
            Require(line.Subtotal >= 0, $"{at}.subtotal", $"Line {index + 1} has a negative amount.");
        }

        Require(order.Discounts.All(discount => discount.Amount >= 0), "discounts", "A discount is negative, which would raise the total.");
        var computed = order.ComputedTotal();
        Require(computed == order.Total, "total", string.Create(CultureInfo.InvariantCulture,
            $"The order does not add up: its parts make {new Money(computed, order.Currency)}, its total says {new Money(order.Total, order.Currency)} (difference {order.Total - computed})."));
        return problems;
    }
}
