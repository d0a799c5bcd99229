using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Checkout;

/// <summary>Finds the lines of a checkout in the catalogue and prices them.</summary>
internal sealed partial class Cart(ShopUnit shop)
{
    private const string Variants = "xc-productvariants-productvariant";

    public CartItem Find(CheckoutLine line)
    {
        var variant = shop.Rows.All(Variants).FirstOrDefault(row => row.Text("sku") == line.Sku);
        var product = variant is null
            ? shop.Rows.By("product", line.Sku).FirstOrDefault()
            : shop.Rows.Linked(variant, "product", "product");
        if (product is null || line.Quantity < 1)
        {
            throw new CheckoutRefusedException($"The shop does not sell {line.Quantity} of {line.Sku}.");
        }

        var counted = variant is null || variant.Flag("defaultAmount") ? product : variant;
        if (product.Flag("inventoryEnabled") && counted.Long("amount") < line.Quantity)
        {
            throw new CheckoutRefusedException($"Only {counted.Long("amount")} of {line.Sku} are left.");
        }

        var price = variant is null || variant.Flag("defaultPrice") ? product.Amount("price") : variant.Amount("price");
        return new CartItem(line, product, variant, price, price + OptionPrice(product, line), Options(variant, line));
    }

    public IReadOnlyList<PricedLine> Price(IEnumerable<CartItem> items, string country, string state) =>
        items.Select(item => new PricedLine(item.NetPrice, item.Line.Quantity, TaxPercent(item.Product, country, state))).ToList();

    public decimal TaxPercent(JsonObject? product, string country, string state)
    {
        var taxClass = product?.Text("@taxClass") ?? "";
        return product is not null && !product.Flag("taxable")
            ? 0
            : shop.Options.TaxRates.FirstOrDefault(rate => rate.Country == country
                && (rate.State is null || rate.State == state)
                && (rate.TaxClass.Length == 0 || rate.TaxClass == taxClass))?.Percent ?? 0;
    }

    /// <summary>Strips tags, as X-Cart does with everything a customer types.</summary>
    public static string Plain(string text) => Tag().Replace(text, "");

    private static decimal OptionPrice(JsonObject product, CheckoutLine line) =>
        line.Options.Sum(option => product["@options"] is JsonObject priced && priced[option.Key] is JsonObject values
            ? values.Amount(option.Value)
            : 0);

    private static List<KeyValuePair<string, string>> Options(JsonObject? variant, CheckoutLine line) =>
    [
        .. (variant?["@options"] as JsonObject ?? []).Select(option => KeyValuePair.Create(option.Key, RowValues.AsText(option.Value!))),
        .. line.Options.Select(option => KeyValuePair.Create(option.Key, Plain(option.Value))),
    ];

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
