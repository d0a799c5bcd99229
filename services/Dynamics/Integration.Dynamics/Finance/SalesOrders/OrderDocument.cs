using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>A mapped sales order made ready to be sent.</summary>
internal sealed class OrderDocument
{
    private OrderDocument(JsonObject header, IReadOnlyList<JsonObject> lines, IReadOnlyList<Reason> problems) => (Header, Lines, Problems) = (header, lines, problems);

    /// <summary>The header as it will be sent.</summary>
    public JsonObject Header { get; }

    /// <summary>The lines as they will be sent.</summary>
    public IReadOnlyList<JsonObject> Lines { get; }

    /// <summary>Why it must not be sent; empty when it may.</summary>
    public IReadOnlyList<Reason> Problems { get; }

    /// <summary>ISO 4217.</summary>
    public string Currency => Header.Text("CurrencyCode");

    /// <summary>What the order adds up to: nothing but its lines costs anything, because charges, tax groups and discounts of F&amp;O are switched off.</summary>
    public Money Total => new(Lines.Sum(line => LinePrices.AmountOf(line, Currency)), Currency);

    /// <summary>Fills in legal entity, numbers and prices. The mapped document is left as it is.</summary>
    public static OrderDocument Prepare(string reference, JsonObject mapped, DynamicsSettings settings)
    {
        var header = mapped["header"] is JsonObject given ? (JsonObject)given.DeepClone() : [];
        var lines = (mapped["lines"] as JsonArray ?? []).OfType<JsonObject>().Select(line => (JsonObject)line.DeepClone()).ToList();
        header["dataAreaId"] = settings.LegalEntity;
        if (settings.Numbering == Numbering.Ours && reference.Length > 0 && header.Text("SalesOrderNumber").Length == 0) header["SalesOrderNumber"] = reference;
        LineKeys.Apply(lines);
        for (var index = 0; index < lines.Count; index++)
        {
            lines[index]["dataAreaId"] = settings.LegalEntity;
            if (!lines[index].ContainsKey("LineNumber")) lines[index]["LineNumber"] = index + 1m;
            if (header.Text("SalesOrderNumber") is { Length: > 0 } number) lines[index]["SalesOrderNumber"] = number;
            LinePrices.Apply(lines[index], header.Text("CurrencyCode"), settings.PriceDecimals);
        }

        return new OrderDocument(header, lines, [.. OrderSchema.Of(settings).Problems(header, lines), .. OwnProblems(reference, header, lines, settings)]);
    }

    private static IEnumerable<Reason> OwnProblems(string reference, JsonObject header, List<JsonObject> lines, DynamicsSettings settings)
    {
        if (reference.Length > 0 && header.Text("CustomersOrderReference") != reference)
            yield return new Reason("header.CustomersOrderReference", $"The mapping must write the reference {reference} here: by it the order is found again.");
        if (settings.Numbering == Numbering.Erp && header.Text("SalesOrderNumber").Length > 0)
            yield return new Reason("header.SalesOrderNumber", "The mapping writes an order number, but by the setting numbering F&O gives it.");
        if (lines.Count == 0) yield return new Reason("lines", "The document has no lines.");
        for (var index = 0; index < lines.Count; index++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"lines[{index}]");
            if (lines[index].Text("ItemNumber").Trim().Length == 0) yield return new Reason($"{at}.ItemNumber", "The line has no item.");
            if ((lines[index].Number("OrderedSalesQuantity") ?? 0) == 0) yield return new Reason($"{at}.OrderedSalesQuantity", $"The line with item {lines[index].Text("ItemNumber")} has no quantity.");
            if (lines[index].Number("SalesPrice") is null) yield return new Reason($"{at}.LineAmount", $"The line with item {lines[index].Text("ItemNumber")} has no amount; F&O would look a price up itself.");
        }
    }
}
