using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;

namespace Integration.XCart.Orders.Canonical;

/// <summary>
/// An order's surcharges by their canonical kind. Each is rounded to the currency first and added then, half away from zero: so the
/// shop itself reckons (48 recorded orders agree to the cent, and in one of them the unrounded sum would not).
/// </summary>
internal sealed record Charges(
    decimal Shipping, IReadOnlyList<OrderTax> Taxes, IReadOnlyList<OrderDiscount> Discounts, IReadOnlyList<OrderFee> Fees)
{
    private const string CouponSurcharge = "DCOUPON";

    /// <summary>Sorts the surcharges that were charged on top of the prices; those of nothing are left out.</summary>
    public static Charges Of(ShopOrder order, string currency)
    {
        var shipping = 0m;
        var taxes = new List<OrderTax>();
        var discounts = new List<OrderDiscount>();
        var fees = new List<OrderFee>();
        foreach (var surcharge in order.Surcharges.Where(candidate => candidate is { Available: true, Included: false }))
        {
            var amount = Currencies.Round(surcharge.Value, currency);
            var name = string.IsNullOrWhiteSpace(surcharge.Name) ? surcharge.Code : surcharge.Name;
            if (amount == 0) continue;
            if (surcharge.Type == "shipping") shipping += amount;
            else if (surcharge.Type == "tax") taxes.Add(new OrderTax(surcharge.Code, name, amount));
            else if (amount < 0) discounts.Add(new OrderDiscount(surcharge.Code, name, -amount, CouponOf(surcharge, order)));
            else fees.Add(new OrderFee(surcharge.Code, name, amount));
        }

        return new Charges(shipping, taxes, discounts, fees);
    }

    /// <summary>
    /// The same with the discounts cut to what the goods and charges cost: the shop's total never goes below zero, whatever the discounts say.
    /// </summary>
    public Charges NotBelowZero(decimal goods)
    {
        var excess = Discounts.Sum(discount => discount.Amount) - (goods + Shipping + Taxes.Sum(tax => tax.Amount) + Fees.Sum(fee => fee.Amount));
        var cut = new List<OrderDiscount>();
        foreach (var discount in Discounts.Reverse())
        {
            var less = Math.Clamp(excess, 0, discount.Amount);
            excess -= less;
            cut.Insert(0, discount with { Amount = discount.Amount - less });
        }

        return this with { Discounts = cut };
    }

    private static string? CouponOf(Surcharge surcharge, ShopOrder order) =>
        surcharge.Code == CouponSurcharge && order.Coupons.Count > 0 ? string.Join(", ", order.Coupons) : null;
}
