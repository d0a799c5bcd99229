using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Integration.Contracts.Returns;

namespace Integration.Connectors.Lanes.Returns;

/// <summary>
/// What is credited for goods that come back. Each figure is the difference between what all returns up to and including this one come to and what those
/// before it came to, so that the returns of an order add up to the order to the cent, whatever the parts.
/// </summary>
/// <param name="order">The order.</param>
internal sealed class ReturnAmounts(Order order)
{
    private readonly decimal _goods = order.Lines.Sum(line => line.Subtotal);
    private readonly decimal _discounts = order.Discounts.Sum(discount => discount.Amount);

    private decimal Charges => order.ShippingCost + order.Fees.Sum(fee => fee.Amount);

    /// <summary>Fills the amounts of a return.</summary>
    /// <param name="frame">The return without lines and amounts.</param>
    /// <param name="before">What came back before.</param>
    /// <param name="lines">What comes back now, by line id.</param>
    /// <param name="charges">True when shipping and fees are given back now.</param>
    public GoodsReturn Fill(GoodsReturn frame, ReturnedSoFar before, IReadOnlyDictionary<string, decimal> lines, bool charges)
    {
        var after = before.With(lines, charges);
        var first = charges && !before.Charges;
        return frame with
        {
            Lines = [.. order.Lines.Where(line => lines.GetValueOrDefault(line.Id) > 0).Select(line => new GoodsReturnLine(
                line.Id, line.Sku, line.Name, lines[line.Id], LineAmount(line, after) - LineAmount(line, before)))],
            Shipping = first ? order.ShippingCost : 0,
            Fees = first ? [.. order.Fees.Where(fee => fee.Amount != 0)] : [],
            Discount = Discount(after) - Discount(before),
            Taxes = [.. order.Taxes.Select(tax => tax with { Amount = Tax(tax, after) - Tax(tax, before) }).Where(tax => tax.Amount != 0)],
            Rounding = IsWhole(after) && !IsWhole(before) ? order.Rounding : 0,
        };
    }

    private decimal LineAmount(OrderLine line, ReturnedSoFar stand) =>
        stand.Of(line.Id) >= line.Quantity ? line.Subtotal : Round(line.Subtotal * stand.Of(line.Id) / line.Quantity);

    private decimal Goods(ReturnedSoFar stand) => order.Lines.Sum(line => LineAmount(line, stand));

    private decimal Discount(ReturnedSoFar stand) => _goods == 0 ? 0 : Share(_discounts, Goods(stand), _goods);

    // Shops tell taxes of the whole order only: a part of the order bears its part of each tax.
    private decimal Tax(OrderTax tax, ReturnedSoFar stand)
    {
        var whole = _goods - _discounts + Charges;
        return whole <= 0 ? 0 : Share(tax.Amount, Goods(stand) - Discount(stand) + (stand.Charges ? Charges : 0), whole);
    }

    private decimal Share(decimal amount, decimal part, decimal whole) => part >= whole ? amount : Round(amount * part / whole);

    private bool IsWhole(ReturnedSoFar stand) => (stand.Charges || Charges == 0) && order.Lines.All(line => stand.Of(line.Id) >= line.Quantity);

    private decimal Round(decimal amount) => Currencies.Round(amount, order.Currency);
}
