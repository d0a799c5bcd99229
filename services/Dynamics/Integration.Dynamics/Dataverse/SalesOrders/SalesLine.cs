using System.Text.Json.Nodes;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>A line as it will be written.</summary>
/// <param name="Key">The shop's line, short enough and unique within the order; empty for none.</param>
/// <param name="Sku">SKU of its product; empty for a line of text.</param>
/// <param name="Unit">Name of its unit; empty for the product's default unit.</param>
/// <param name="Quantity">Its quantity.</param>
/// <param name="Money">What it costs.</param>
/// <param name="Tax">Its share of the taxes.</param>
/// <param name="Columns">Its other columns.</param>
internal sealed record SalesLine(string Key, string Sku, string Unit, decimal Quantity, LineMoney Money, decimal Tax, JsonObject Columns)
{
    /// <summary>Its text, for lines without a product.</summary>
    public string Text => Columns["productdescription"] is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : "";

    /// <summary>What people know it by.</summary>
    public string Shown => Sku.Length > 0 ? Sku : Text;
}
