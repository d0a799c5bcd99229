using System.Text.Json.Nodes;

namespace Integration.Sandbox.Shop.Checkout;

/// <summary>A line found in the catalogue.</summary>
/// <param name="Line">What the customer chose.</param>
/// <param name="Product">The product.</param>
/// <param name="Variant">Its variant, or null.</param>
/// <param name="Price">Price of one piece without options.</param>
/// <param name="NetPrice">Price of one piece with options.</param>
/// <param name="Options">Chosen options and texts, tags stripped.</param>
internal sealed record CartItem(
    CheckoutLine Line,
    JsonObject Product,
    JsonObject? Variant,
    decimal Price,
    decimal NetPrice,
    IReadOnlyList<KeyValuePair<string, string>> Options);
