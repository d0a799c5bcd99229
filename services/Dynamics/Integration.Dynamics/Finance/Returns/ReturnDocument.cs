using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>A mapped return made ready to be sent.</summary>
internal sealed class ReturnDocument
{
    private ReturnDocument(JsonObject header, IReadOnlyList<JsonObject> lines, IReadOnlyList<Reason> problems) => (Header, Lines, Problems) = (header, lines, problems);

    /// <summary>The header as it will be sent.</summary>
    public JsonObject Header { get; }

    /// <summary>The lines as they will be sent, without the number that the header gets.</summary>
    public IReadOnlyList<JsonObject> Lines { get; }

    /// <summary>Why it must not be sent; empty when it may.</summary>
    public IReadOnlyList<Reason> Problems { get; }

    /// <summary>What is credited.</summary>
    public Money Total => new(-Lines.Sum(line => ReturnPrices.AmountOf(line, Currency)), Currency);

    private string Currency => Header.Text("CurrencyCode");

    /// <summary>Fills in legal entity, prices and keys of lines. The mapped document is left as it is.</summary>
    public static ReturnDocument Prepare(string reference, JsonObject mapped, DynamicsSettings settings)
    {
        var header = mapped["header"] is JsonObject given ? (JsonObject)given.DeepClone() : [];
        header["dataAreaId"] = settings.LegalEntity;
        var lines = (mapped["lines"] as JsonArray ?? []).OfType<JsonObject>()
            .SelectMany(line => ReturnPrices.Apply((JsonObject)line.DeepClone(), header.Text("CurrencyCode"), settings.PriceDecimals)).ToList();
        LineKeys.Apply(lines);
        foreach (var line in lines) line["dataAreaId"] = settings.LegalEntity;
        return new ReturnDocument(header, lines, [.. ReturnSchema.Model.Problems(header, lines), .. OwnProblems(reference, header, lines)]);
    }

    /// <summary>The lines of a header that has its number.</summary>
    public IReadOnlyList<JsonObject> LinesOf(string number) => [.. Lines.Select(line =>
    {
        var numbered = (JsonObject)line.DeepClone();
        numbered[StoredReturn.NumberField] = number;
        return numbered;
    })];

    private static IEnumerable<Reason> OwnProblems(string reference, JsonObject header, List<JsonObject> lines)
    {
        if (reference.Length > 0 && header.Text("CustomersOrderReference") != reference)
            yield return new Reason("header.CustomersOrderReference", $"The mapping must write the reference {reference} here: by it the return is found again.");
        if (header.Text(StoredReturn.NumberField).Length > 0) yield return new Reason("header.ReturnOrderNumber", "The mapping writes a number of the return order, but F&O gives it.");
        if (lines.Count == 0) yield return new Reason("lines", "The document has no lines.");
        for (var index = 0; index < lines.Count; index++)
        {
            var (line, at) = (lines[index], string.Create(CultureInfo.InvariantCulture, $"lines[{index}]"));
            if (line.Text("ItemNumber").Trim().Length == 0) yield return new Reason($"{at}.ItemNumber", "The line has no item.");
            if ((line.Number(StoredReturn.Quantity) ?? 0) >= 0) yield return new Reason($"{at}.{StoredReturn.Quantity}", $"The quantity of item {line.Text("ItemNumber")} is not negative; F&O counts what comes back below zero.");
            if (line.Number("SalesPrice") is null) yield return new Reason($"{at}.LineAmount", $"The line with item {line.Text("ItemNumber")} has no amount; F&O would look a price up itself.");
        }
    }
}
