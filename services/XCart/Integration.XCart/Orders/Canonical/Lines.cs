using System.Text.Json;
using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Integration.XCart.Orders.Wire;

namespace Integration.XCart.Orders.Canonical;

/// <summary>Order lines: amounts and ids from the stored order, chosen options from the shown one, joined by position.</summary>
internal static class Lines
{
    private const int UnitPriceDecimals = 6;

    /// <summary>The lines in the shop's order.</summary>
    public static IReadOnlyList<OrderLine> Of(StoredOrder stored, ShownOrder shown, string currency) =>
        [.. stored.Items.Select((item, index) => Line(item, shown.Items[index], currency))];

    /// <summary>True when both readings list the same lines; they are two calls, and staff may edit the order between them.</summary>
    public static bool Agree(StoredOrder stored, ShownOrder shown) =>
        stored.Items.Count == shown.Items.Count
        && stored.Items.Zip(shown.Items).All(pair => (pair.First.Sku ?? "") == (pair.Second.Sku ?? "") && pair.First.Amount == pair.Second.Quantity);

    private static OrderLine Line(StoredItem item, ShownItem shown, string currency) => new()
    {
        Id = $"{item.Id}",
        Sku = item.Sku?.Trim() ?? "",
        Name = item.Name ?? "",
        Quantity = item.Amount,
        UnitPrice = item.Amount == 0 ? 0 : Math.Round(item.Subtotal / item.Amount, UnitPriceDecimals, MidpointRounding.AwayFromZero),
        Subtotal = Currencies.Round(item.Subtotal, currency),
        Options = OptionsOf(shown.Attributes),
    };

    private static IReadOnlyList<LineOption> OptionsOf(JsonElement attributes) => attributes.ValueKind == JsonValueKind.Object
        ? [.. attributes.EnumerateObject().Select(option => new LineOption(option.Name, CardNumbers.Masked(TextOf(option.Value))))]
        : [];

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText();
}
