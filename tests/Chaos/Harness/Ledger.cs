using System.Text.Json.Nodes;

namespace Integration.Tests.Chaos.Harness;

/// <summary>
/// What both stand-ins hold, compared as sets of references. The product is not asked: this is the other side's truth.
/// </summary>
internal sealed record Ledger
{
    // The legal entity of the sandbox pair, where the ERP has several.
    private const string Company = "usmf";

    /// <summary>Orders of the shop.</summary>
    public required IReadOnlySet<string> Placed { get; init; }

    /// <summary>References of which the ERP holds an order that is not cancelled.</summary>
    public required IReadOnlySet<string> InErp { get; init; }

    /// <summary>What is there more than once: ERP orders, customers, payments, tracking numbers, ERP numbers in the shop.</summary>
    public required IReadOnlySet<string> Doubled { get; init; }

    /// <summary>Orders that the shop shows with their ERP number, and with status and tracking number once the ERP has shipped.</summary>
    public required IReadOnlySet<string> ShownBack { get; init; }

    /// <summary>Placed and not in the ERP.</summary>
    public IEnumerable<string> Missing => Placed.Except(InErp);

    /// <summary>In the ERP and not shown in the shop.</summary>
    public IEnumerable<string> NotShown => Placed.Intersect(InErp).Except(ShownBack);

    public bool IsWhole => !Missing.Any() && !NotShown.Any() && Doubled.Count == 0;

    public override string ToString() =>
        $"{Placed.Count} placed, {InErp.Count} in the ERP, missing [{string.Join(' ', Missing)}], not shown back [{string.Join(' ', NotShown)}], doubled [{string.Join(' ', Doubled)}]";

    public static async Task<Ledger> ReadAsync(StandIn shop, string storefront, StandIn erp, CancellationToken ct)
    {
        // The shop first: an order placed between the two reads is not missing.
        var orders = Rows(await shop.StateAsync(ct), "orders").Where(order => order["orderNumber"] is not null)
            .ToDictionary(order => $"{storefront}-{Text(order, "orderNumber")}");
        var state = await erp.StateAsync(ct);
        IEnumerable<JsonObject> OfErp(string name) => Rows(state, name).Where(row => row["company"] is not { } company || company.ToString() == Company);
        var inErp = OfErp("orders").Where(order => Text(order, "status") != "Canceled" && Text(order, "orderStatus") != "Canceled" && Text(order, "externalRef").StartsWith($"{storefront}-", StringComparison.Ordinal))
            .ToLookup(order => Text(order, "externalRef"));
        return new Ledger
        {
            Placed = orders.Keys.ToHashSet(),
            InErp = inErp.Select(order => order.Key).ToHashSet(),
            Doubled = inErp.Where(order => order.Count() > 1).Select(order => $"order:{order.Key}")
                .Concat(Repeated("customer", OfErp("customers").Select(customer => Text(customer, "email"))))
                .Concat(Repeated("payment", OfErp("payments").Select(payment => Text(payment, "externalRef"))))
                .Concat(orders.SelectMany(order => Repeated($"tracking:{order.Key}", order.Value["trackingNumbers"]!.AsArray().Select(number => number!.ToString()))))
                .ToHashSet(),
            ShownBack = inErp.Where(order => orders.TryGetValue(order.Key, out var placed) && IsShown(order.First(), placed)).Select(order => order.Key).ToHashSet(),
        };
    }

    private static bool IsShown(JsonObject erp, JsonObject shop)
    {
        var number = Text(erp, "orderNbr");
        var shipments = erp["shipments"]!.AsArray().Count;
        return Text(shop, "adminNotes").Contains(number, StringComparison.Ordinal)
            && (shipments == 0 || (Text(shop, "shippingStatus") == "S" && shop["trackingNumbers"]!.AsArray().Count == shipments));
    }

    private static IEnumerable<string> Repeated(string what, IEnumerable<string> keys) =>
        keys.Where(key => key.Length > 0).GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => $"{what}:{group.Key}");

    private static IEnumerable<JsonObject> Rows(JsonObject state, string name) => state[name]!.AsArray().Select(row => row!.AsObject());

    private static string Text(JsonObject row, string name) => row[name]?.ToString() ?? "";
}
