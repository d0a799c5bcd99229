using System.Globalization;
using Integration.Contracts.Operations;

namespace Integration.OrderToCash.Saga;

/// <summary>Says in plain words what an edit changed.</summary>
internal static class OutlineDifferences
{
    /// <summary>Every difference; one general sentence when it is not known what was there before.</summary>
    public static IReadOnlyList<Reason> Between(OrderOutline? before, OrderOutline? now)
    {
        if (before is null || now is null) return [new Reason("", "Lines, amounts, address or shipping method changed in the shop after the ERP took the order.")];
        var found = new List<Reason>();
        Lines(before, now, found);
        Amount(found, "shipping", before.Shipping, now.Shipping);
        Amount(found, "discounts", before.Discounts, now.Discounts);
        Amount(found, "taxes", before.Taxes, now.Taxes);
        Amount(found, "fees", before.Fees, now.Fees);
        Amount(found, "total", before.Total, now.Total);
        if (before.Method != now.Method) found.Add(new Reason("shipping method", $"{Shown(before.Method)} is now {Shown(now.Method)}."));
        if (before.Billing != now.Billing) found.Add(new Reason("billing address", "changed."));
        if (before.Delivery != now.Delivery) found.Add(new Reason("shipping address", "changed."));
        return found;
    }

    /// <summary>The differences as one sentence for a timeline.</summary>
    public static string InWords(IReadOnlyList<Reason> differences) =>
        string.Join(" ", differences.Select(difference => difference.Field.Length == 0 ? difference.Message : $"{difference.Field}: {difference.Message}"));

    private static void Lines(OrderOutline before, OrderOutline now, List<Reason> found)
    {
        foreach (var line in before.Lines)
        {
            if (now.Lines.FirstOrDefault(other => other.Id == line.Id) is not { } kept)
            {
                found.Add(new Reason(line.Sku, $"{Text(line.Quantity)} taken off."));
                continue;
            }

            if (kept.Sku != line.Sku) found.Add(new Reason(line.Sku, $"replaced by {kept.Sku}."));
            if (kept.Quantity != line.Quantity) found.Add(new Reason(kept.Sku, $"quantity {Text(line.Quantity)} is now {Text(kept.Quantity)}."));
            Amount(found, kept.Sku, line.Amount, kept.Amount);
        }

        foreach (var line in now.Lines.Where(line => before.Lines.All(other => other.Id != line.Id)))
            found.Add(new Reason(line.Sku, $"{Text(line.Quantity)} added for {Text(line.Amount)}."));
    }

    private static void Amount(List<Reason> found, string field, decimal before, decimal now)
    {
        if (before != now) found.Add(new Reason(field, $"amount {Text(before)} is now {Text(now)}."));
    }

    private static string Shown(string method) => method.Length == 0 ? "none" : method;

    private static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
