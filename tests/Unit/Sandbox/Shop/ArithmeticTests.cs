using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Checkout;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop;

/// <summary>The stand-in's arithmetic against every order recorded from the real X-Cart.</summary>
public sealed class ArithmeticTests
{
    public static TheoryData<string> Recorded() => new(
        Directory.GetFiles(RecordedExchange.Folder("xcart-orders"), "*order-default.response.txt").Select(file => Path.GetFileName(file)).Order());

    // Placed and never edited, every line taxed at the full rate: nothing but the cart is needed to price them again.
    public static TheoryData<string> Placed() => new(
        "110-guest-us-taxable-several-lines-order-default.response.txt",
        "120-guest-options-and-variants-order-default.response.txt",
        "130-guest-de-no-tax-order-default.response.txt",
        "150-guest-canada-tax-coupon-absolute-order-default.response.txt",
        "180-free-shipping-method-order-default.response.txt",
        "200-quantity-to-stock-zero-order-default.response.txt",
        "220-registered-at-checkout-order-default.response.txt",
        "230-registered-second-order-order-default.response.txt",
        "240-stripe-sale-order-default.response.txt",
        "250-stripe-declined-order-default.response.txt",
        "260-rounding-discount-and-tax-order-default.response.txt",
        "460-zero-total-coupon-100-order-default.response.txt",
        "470-stripe-auth-order-default.response.txt",
        "530-browser-checkout-de-order-default.response.txt");

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Recorded_total_follows_from_subtotal_and_surcharges(string file)
    {
        var order = Read(file);
        Assert.Equal(Amount(order, "subtotal"), order["items"]!.AsArray().Sum(item => Amount(item!, "subtotal")));
        var surcharges = order["surcharges"]!.AsArray().Select(row => new Surcharge(
            (string)row!["type"]!, (string)row["code"]!, Amount(row, "value"), (bool)row["include"]!, (bool)row["available"]!));
        Assert.Equal(
            Amount(order, "total"),
            OrderArithmetic.Total(Amount(order, "subtotal"), surcharges, (int)order["currency"]!["e"]!));
    }

    [Theory]
    [MemberData(nameof(Placed))]
    public void Placed_order_is_priced_to_the_last_decimal(string file)
    {
        var order = Read(file);
        var items = order["items"]!.AsArray();
        var surcharges = order["surcharges"]!.AsArray().ToDictionary(row => (string)row!["code"]!, row => Amount(row!, "value"));
        var complex = Read(file.Replace("order-default", "order-complex", StringComparison.Ordinal)
            .Replace(Number(file, 0), Number(file, 1), StringComparison.Ordinal));
        var rate = (string?)complex["shippingInfo"]?["country"] switch { "US" => 8.875m, "CA" => 13m, _ => 0m };
        var coupon = order["usedCoupons"]!.AsArray().FirstOrDefault();
        var percent = (string?)coupon?["code"] switch { "SAVE10" => 10m, "FULL100" => 100m, _ => 0m };
        var priced = OrderArithmetic.Price(
            items.Select(item => new PricedLine(Amount(item!, "itemNetPrice"), (int)Amount(item!, "amount"), rate)).ToList(),
            new PricingTerms(
                (int)order["currency"]!["e"]!,
                surcharges.TryGetValue("SHIPPING", out var shipping) ? shipping : null,
                rate,
                CouponPercent: percent,
                CouponAmount: percent == 0 && coupon is not null ? 5 : 0));

        Assert.Equal(items.Select(item => Amount(item!, "subtotal")), priced.Subtotals);
        Assert.Equal(items.Select(item => Amount(item!, "discountedSubtotal")), priced.DiscountedSubtotals);
        Assert.Equal(
            surcharges.OrderBy(row => row.Key, StringComparer.Ordinal),
            priced.Surcharges.Select(row => KeyValuePair.Create(row.Code, row.Value)).OrderBy(row => row.Key, StringComparer.Ordinal));
        Assert.Equal(Amount(order, "total"), priced.Total);
    }

    private static string Number(string file, int add) =>
        (int.Parse(file[..3], CultureInfo.InvariantCulture) + add).ToString(CultureInfo.InvariantCulture);

    private static JsonNode Read(string file) =>
        RecordedExchange.Answer(Path.Combine(RecordedExchange.Folder("xcart-orders"), file))!;

    private static decimal Amount(JsonNode node, string name) =>
        decimal.Parse(node[name]!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
