using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Checkout;

/// <summary>Prices a cart with the shop's shipping methods, taxes, coupons and volume discount.</summary>
internal static class CartPricing
{
    public static PricedOrder Price(
        ShopUnit shop, Cart cart, CheckoutRequest request, List<CartItem> items, JsonObject currency, JsonObject? shipping)
    {
        var to = request.Shipping ?? request.Billing;
        var lines = cart.Price(items, to.Country, to.State);
        var decimals = (int)currency.Long("e");
        var subtotal = lines.Sum(line => OrderArithmetic.Round(line.NetPrice * line.Quantity, decimals));
        var coupon = request.Coupon is null ? null : shop.Rows.By("cdev-coupons-coupon", request.Coupon).FirstOrDefault()
            ?? throw new CheckoutRefusedException($"There is no coupon {request.Coupon}.");
        var percent = coupon?.Text("type") == "%";
        return OrderArithmetic.Price(lines, new PricingTerms(
            decimals,
            shipping is null ? null : ShippingCost(shipping, items, subtotal, decimals),
            lines.Any(line => line.TaxPercent > 0) ? cart.TaxPercent(null, to.Country, to.State) : 0,
            shop.Options.VolumeDiscountPercent > 0 && subtotal >= shop.Options.VolumeDiscountFrom ? shop.Options.VolumeDiscountPercent : 0,
            percent ? coupon!.Amount("value") : 0,
            percent ? 0 : coupon?.Amount("value") ?? 0));
    }

    public static JsonObject ShippingMethod(ShopUnit shop, string name) =>
        shop.Rows.All("shipping-method").FirstOrDefault(row => row.Text("@name") == name)
        ?? throw new CheckoutRefusedException($"The shop has no shipping method {name}.");

    private static decimal ShippingCost(JsonObject method, List<CartItem> items, decimal subtotal, int decimals)
    {
        if (subtotal < method.Amount("@from"))
        {
            throw new CheckoutRefusedException($"{method.Text("@name")} needs a subtotal of {method.Amount("@from")}.");
        }

        var weight = items.Where(item => !item.Product.Flag("@unshippable")).Sum(item => item.Product.Amount("weight") * item.Line.Quantity);
        return OrderArithmetic.Round(method.Amount("@base") + (method.Amount("@perWeight") * weight), decimals);
    }
}
