using Integration.Contracts.Amounts;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>
/// What a line's amount becomes. Sales reckons a line as quantity × price − discount, so an amount that no price gives (10.00 for 3 pieces) is written as the next higher price with the rest as the
/// line's own discount: it comes out the same whoever reckons. F&amp;O takes the price of the whole quantity instead (<c>msdyn_salespricequantity</c>), as in mode fno.
/// </summary>
/// <param name="Price">Price of a unit, or of <paramref name="PriceQuantity"/> units.</param>
/// <param name="PriceQuantity">How many units the price is for: 1, but with dual-write.</param>
/// <param name="Discount">The line's discount, never negative.</param>
/// <param name="Amount">What the line comes out at, without tax.</param>
internal sealed record LineMoney(decimal Price, decimal PriceQuantity, decimal Discount, decimal Amount)
{
    /// <summary>Quantity × price, before the discount.</summary>
    public decimal Base => Amount + Discount;

    /// <summary>The money of a line.</summary>
    /// <param name="amount">What it must come out at.</param>
    /// <param name="quantity">Its quantity, not zero.</param>
    /// <param name="currency">Its currency.</param>
    /// <param name="decimals">Most decimals of a price.</param>
    /// <param name="dualWrite">True when F&amp;O reckons.</param>
    public static LineMoney Of(decimal amount, decimal quantity, string currency, int decimals, bool dualWrite)
    {
        // Sales keeps prices with the currency's decimals; F&O with those that it is set to.
        var kept = dualWrite ? decimals : Math.Min(decimals, Currencies.MinorUnits(currency));
        var price = Math.Round(amount / quantity, kept, MidpointRounding.AwayFromZero);
        if (Currencies.Round(price * quantity, currency) == amount) return new LineMoney(price, 1, 0, amount);
        if (dualWrite) return new LineMoney(amount * Math.Sign(quantity), Math.Abs(quantity), 0, amount);
        var step = new decimal(1, 0, 0, false, (byte)kept);
        price = Math.Floor(amount / quantity / step) * step;
        while (Currencies.Round(price * quantity, currency) < amount) price += quantity > 0 ? step : -step;
        return new LineMoney(price, 1, Currencies.Round(price * quantity, currency) - amount, amount);
    }
}
