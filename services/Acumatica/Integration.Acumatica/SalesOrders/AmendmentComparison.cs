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
        foreach (var payment in OrderAmounts.Rows(wanted, "Payments").Where(payment => IsMisapplied(payment, stored)))
            found.Add(new Reason("Payments", $"The payment {OrderAmounts.Text(payment, "ExternalRef")} is not applied to the order as it should be."));
        return found;
    }

    /// <summary>
    /// True when the order holds the payment and it must be applied otherwise: nothing of it is, since cancelling freed it, or more than the order costs now,
    /// which Acumatica refuses. A payment that people applied in part stays as they left it.
    /// </summary>
    public static bool IsMisapplied(JsonObject payment, EntityRecord stored)
    {
        var wanted = OrderAmounts.Number(payment, "AppliedToOrder") ?? 0;
        return Booked(payment, stored) is { } row && ((row.Number("AppliedToOrder") ?? 0) is var applied) && (applied > wanted || (applied == 0 && wanted > 0));
    }

    /// <summary>The order's row of a payment, or null.</summary>
    public static EntityRecord? Booked(JsonObject payment, EntityRecord stored)
    {
        foreach (var row in stored.Rows("Payments"))
            if (Same(row.Text("ExternalRef"), OrderAmounts.Text(payment, "ExternalRef"))) return row;
        return null;
    }

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
