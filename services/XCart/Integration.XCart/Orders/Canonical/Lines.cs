using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;

namespace Integration.XCart.Orders.Canonical;

/// <summary>Order lines.</summary>
internal static class Lines
{
    private const int UnitPriceDecimals = 6;

    /// <summary>The lines in the shop's order.</summary>
    public static IReadOnlyList<OrderLine> Of(ShopOrder order, string currency) => [.. order.Lines.Select(line => Line(line, currency))];

    private static OrderLine Line(ShopLine line, string currency) => new()
    {
        Id = $"{line.Id}",
        Sku = line.Sku?.Trim() ?? "",
        Name = line.Name ?? "",
        Quantity = line.Quantity,
        UnitPrice = line.Quantity == 0 ? 0 : Math.Round(line.Subtotal / line.Quantity, UnitPriceDecimals, MidpointRounding.AwayFromZero),
        Subtotal = Currencies.Round(line.Subtotal, currency),
        Options = [.. line.Options.Select(option => option with { Value = CardNumbers.Masked(option.Value) })],
    };
}
