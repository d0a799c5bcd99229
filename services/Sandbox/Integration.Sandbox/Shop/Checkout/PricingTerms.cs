namespace Integration.Sandbox.Shop.Checkout;

/// <summary>What applies to a whole cart.</summary>
/// <param name="Decimals">Minor units of the currency.</param>
/// <param name="Shipping">Shipping cost; null when nothing is shipped.</param>
/// <param name="ShippingTaxPercent">Tax rate on the shipping cost, in percent.</param>
/// <param name="VolumePercent">Volume discount in percent of the subtotal; 0 for none.</param>
/// <param name="CouponPercent">Coupon in percent of the subtotal; 0 for none.</param>
/// <param name="CouponAmount">Coupon as an amount; 0 for none.</param>
internal sealed record PricingTerms(
    int Decimals,
    decimal? Shipping,
    decimal ShippingTaxPercent,
    decimal VolumePercent = 0,
    decimal CouponPercent = 0,
    decimal CouponAmount = 0);
