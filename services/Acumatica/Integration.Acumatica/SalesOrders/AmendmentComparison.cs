using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.SalesOrders;

/// <summary>
/// Compares what an amendment changes beside lines and totals: addresses, contacts, ship-via, freight, applied payments. What it says of addresses
/// names the field only: the values are somebody's personal data.
/// </summary>
internal static class AmendmentComparison
{
    private static readonly string[] Parts = ["BillToAddress", "BillToContact", "ShipToAddress", "ShipToContact"];

    /// <summary>What must be expanded.</summary>
    public const string Expand = "Details,DiscountDetails,TaxDetails,Payments,Totals,BillToAddress,BillToContact,ShipToAddress,ShipToContact";

    /// <summary>Every difference, those of <see cref="OrderComparison"/> first.</summary>
    public static IReadOnlyList<Reason> Differences(JsonObject wanted, EntityRecord stored)
    {
        var found = new List<Reason>(OrderComparison.Differences(wanted, stored));
        if (OrderAmounts.Text(wanted, "ShipVia") is { Length: > 0 } via && !Same(via, stored.Text("ShipVia")))
            found.Add(new Reason("ShipVia", $"Wanted {via}, the ERP has {(stored.Text("ShipVia") is { Length: > 0 } now ? now : "none")}."));
        if (wanted["Totals"] is JsonObject totals && OrderAmounts.Number(totals, "Freight") is { } freight && freight != (stored.Linked("Totals").Number("Freight") ?? 0))
            found.Add(new Reason("Totals.Freight", "The freight differs."));
        foreach (var part in Parts) Compare(part, wanted[part] as JsonObject, stored.Linked(part), found);
        foreach (var payment in OrderAmounts.Rows(wanted, "Payments").Where(payment => IsLoose(payment, stored)))
            found.Add(new Reason("Payments", $"The payment {OrderAmounts.Text(payment, "ExternalRef")} is not applied to the order."));
        return found;
    }

    /// <summary>True when the order holds the payment, but nothing of it is applied although something should be: cancelling freed it.</summary>
    public static bool IsLoose(JsonObject payment, EntityRecord stored) =>
        OrderAmounts.Number(payment, "AppliedToOrder") is > 0
        && stored.Rows("Payments").Any(row => Same(row.Text("ExternalRef"), OrderAmounts.Text(payment, "ExternalRef")) && row.Number("AppliedToOrder") is 0 or null);

    private static void Compare(string part, JsonObject? wanted, EntityRecord stored, List<Reason> found)
    {
        foreach (var (field, value) in wanted ?? [])
        {
            if (value is JsonValue text && text.TryGetValue<string>(out var said) && !Same(said.Trim(), stored.Text(field)))
                found.Add(new Reason($"{part}.{field}", "Differs from what the shop shows."));
        }
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
