using System.Globalization;
using Integration.Connectors.Pairs.Lanes;
using Integration.Contracts.Orders;
using Integration.Contracts.Returns;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>Tells from an order what the shop says has come back, less what is known already.</summary>
internal static class WantedReturns
{
    /// <summary>Id of the return that a status of the whole order stands for.</summary>
    public const string Whole = "R";

    /// <summary>True when the order says so of everything.</summary>
    public static bool SaysWhole(ReturnLane lane, Order order) =>
        (lane.Triggers.Contains(ReturnTrigger.Returned) && order.FulfilmentStatus == FulfilmentStatus.Returned)
        || (lane.Triggers.Contains(ReturnTrigger.Refunded) && order.PaymentStatus == PaymentStatus.Refunded);

    /// <summary>True when the shop still says so of a return that was sent.</summary>
    public static bool StillSays(ReturnLane lane, Order order, GoodsReturn sent) => sent.Id == Whole
        ? SaysWhole(lane, order)
        : !lane.Triggers.Contains(ReturnTrigger.Named) || order.Returns.Any(named => IdOf(named) == sent.Id && Same(named, sent));

    /// <summary>The next return that is new, or null.</summary>
    /// <param name="lane">What counts as a return.</param>
    /// <param name="order">The order as the shop shows it.</param>
    /// <param name="known">What is known already.</param>
    /// <param name="refused">Ids of those that were refused just now.</param>
    public static WantedReturn? Next(ReturnLane lane, Order order, ReturnsOfOrder known, IReadOnlySet<string> refused)
    {
        var before = SoFar(order, known);
        if (lane.Triggers.Contains(ReturnTrigger.Named)
            && order.Returns.FirstOrDefault(named => !known.FromShop.ContainsKey(IdOf(named)) && !refused.Contains(IdOf(named))) is { } named)
        {
            return Named(order, named, before);
        }

        if (!SaysWhole(lane, order) || known.FromShop.ContainsKey(Whole)) return null;
        var rest = order.Lines.Where(line => line.Quantity > before.Of(line.Id)).ToDictionary(line => line.Id, line => line.Quantity - before.Of(line.Id), StringComparer.Ordinal);
        // What the ERP itself took back is no return of the shop's, although the shop shows it.
        return rest.Count == 0 ? null : new WantedReturn(Whole, "", rest, lane.Shipping && !before.Charges, []);
    }

    /// <summary>How much has come back by what is known: the shop's own returns, and the ERP's by SKU.</summary>
    public static ReturnedSoFar SoFar(Order order, ReturnsOfOrder known)
    {
        var lines = known.FromShop.Values.SelectMany(sent => sent.Return.Lines).GroupBy(line => line.Line, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(line => line.Quantity), StringComparer.Ordinal);
        foreach (var item in known.ByErp.SelectMany(returned => returned.Expected)) Take(order, lines, item.Sku, item.Quantity);
        return new ReturnedSoFar(lines, known.FromShop.Values.Any(sent => sent.Return.Shipping > 0));
    }

    private static WantedReturn Named(Order order, OrderReturn named, ReturnedSoFar before)
    {
        var taken = before.Lines.ToDictionary(StringComparer.Ordinal);
        var lines = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var problems = new List<string>();
        foreach (var item in named.Lines)
        {
            var left = Take(order, taken, item.Sku, item.Quantity, lines);
            if (!order.Lines.Any(line => IsOf(line, item.Sku))) problems.Add($"The order has no line {item.Sku}.");
            else if (left > 0) problems.Add($"Of {item.Sku} {Text(item.Quantity)} shall come back, {Text(left)} more than is left of the order.");
        }

        if (named.Lines.Count == 0 && !named.Shipping) problems.Add("It names neither an item nor shipping.");
        if (named.Shipping && before.Charges) problems.Add("Shipping was given back already.");
        if (named.Shipping && order.ShippingCost == 0) problems.Add("The order has no shipping cost.");
        return new WantedReturn(IdOf(named), named.Reason, lines, named.Shipping, problems);
    }

    // Takes pieces of an item from the order's lines, first line first; gives what no line holds.
    private static decimal Take(Order order, Dictionary<string, decimal> taken, string sku, decimal quantity, Dictionary<string, decimal>? now = null)
    {
        foreach (var line in order.Lines.Where(line => IsOf(line, sku)))
        {
            var piece = Math.Min(quantity, line.Quantity - taken.GetValueOrDefault(line.Id));
            if (piece <= 0) continue;
            taken[line.Id] = taken.GetValueOrDefault(line.Id) + piece;
            if (now is not null) now[line.Id] = now.GetValueOrDefault(line.Id) + piece;
            quantity -= piece;
        }

        return quantity;
    }

    private static bool Same(OrderReturn named, GoodsReturn sent) => named.Shipping == sent.Shipping > 0
        && Sum(named.Lines).Order().SequenceEqual(Sum(sent.Lines.Select(line => new ReturnedQuantity(line.Sku, line.Quantity))).Order());

    private static IEnumerable<(string Sku, decimal Quantity)> Sum(IEnumerable<ReturnedQuantity> lines) =>
        lines.GroupBy(line => line.Sku.ToUpperInvariant(), StringComparer.Ordinal).Select(group => (group.Key, group.Sum(line => line.Quantity)));

    // Named returns must not meet the one that a status stands for.
    private static string IdOf(OrderReturn named) => $"N{named.Id}";

    private static bool IsOf(OrderLine line, string sku) => string.Equals(line.Sku, sku, StringComparison.OrdinalIgnoreCase);

    private static string Text(decimal quantity) => quantity.ToString("0.####", CultureInfo.InvariantCulture);
}
