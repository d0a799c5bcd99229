namespace Integration.Sandbox.Shop.Checkout;

/// <summary>
/// X-Cart's order arithmetic: line subtotals are rounded, surcharges are kept with four decimals, and the total
/// rounds each surcharge by itself before adding it. Halves go away from zero.
/// </summary>
internal static class OrderArithmetic
{
    private const int StoredDecimals = 4;

    public static PricedOrder Price(IReadOnlyList<PricedLine> lines, PricingTerms terms)
    {
        var subtotals = lines.Select(line => Round(line.NetPrice * line.Quantity, terms.Decimals)).ToList();
        var subtotal = subtotals.Sum();
        var discounted = subtotals.ToList();
        var surcharges = new List<Surcharge>();
        if (terms.Shipping is { } shipping)
        {
            surcharges.Add(new Surcharge("shipping", "SHIPPING", shipping));
        }

        Discount("DISCOUNT", terms.VolumePercent, 0);
        Discount("DCOUPON", terms.CouponPercent, terms.CouponAmount);
        var tax = lines.Select((line, i) => discounted[i] * line.TaxPercent / 100).Sum()
            + ((terms.Shipping ?? 0) * terms.ShippingTaxPercent / 100);
        if (tax > 0)
        {
            surcharges.Add(new Surcharge("tax", "CDEV.STAX.1", Round(tax, StoredDecimals)));
        }

        return new PricedOrder(subtotals, discounted, subtotal, surcharges, Total(subtotal, surcharges, terms.Decimals));

        void Discount(string code, decimal percent, decimal amount)
        {
            var value = percent > 0 ? Round(subtotal * percent / 100, StoredDecimals) : Math.Min(amount, subtotal);
            if (value <= 0)
            {
                return;
            }

            surcharges.Add(new Surcharge("discount", code, -value));
            Spread(subtotals, discounted, subtotal, value, percent, terms.Decimals);
        }
    }

    /// <summary>The total of an order from its parts.</summary>
    /// <param name="subtotal">Sum of the line subtotals.</param>
    /// <param name="surcharges">The order's surcharges.</param>
    /// <param name="decimals">Minor units of the currency.</param>
    public static decimal Total(decimal subtotal, IEnumerable<Surcharge> surcharges, int decimals) =>
        Math.Max(0, subtotal + surcharges.Where(surcharge => surcharge is { Available: true, Include: false })
            .Sum(surcharge => Round(surcharge.Value, decimals)));

    public static decimal Round(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);

    // Every line but the last gets its rounded share; the last gets the rest of a fixed amount, but its exact share
    // of a percentage, so that the lines can miss the discount by a fraction of a cent, as they do in the real shop.
    private static void Spread(
        List<decimal> subtotals, List<decimal> discounted, decimal subtotal, decimal value, decimal percent, int decimals)
    {
        var left = value;
        for (var i = 0; i < subtotals.Count; i++)
        {
            var share = i == subtotals.Count - 1
                ? percent > 0 ? Round(subtotals[i] * percent / 100, StoredDecimals) : left
                : Round(subtotals[i] / subtotal * value, decimals);
            left -= share;
            discounted[i] -= share;
        }
    }
}
