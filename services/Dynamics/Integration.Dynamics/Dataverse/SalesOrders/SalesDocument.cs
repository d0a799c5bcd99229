using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Contracts.Amounts;
using Integration.Contracts.Operations;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>A mapped sales order made ready to be written, but for the ids of what it points to.</summary>
internal sealed class SalesDocument
{
    private static readonly string[] Choices = ["shippingmethodcode", "freighttermscode", "paymenttermscode", "prioritycode", "statuscode"];

    private SalesDocument(JsonObject header, IReadOnlyList<SalesLine> lines) => (Columns, Lines) = (header, lines);

    /// <summary>Our reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The customer as the mapped document names it; with dual-write, F&amp;O's account.</summary>
    public required string CustomerText { get; init; }

    /// <summary>The customer in Dataverse; null with dual-write until it was looked up, and when the document names none.</summary>
    public CustomerId? Customer => CustomerId.Parse(CustomerText);

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>F&amp;O's mode of delivery; empty for none.</summary>
    public required string DeliveryMode { get; init; }

    /// <summary>The header's plain columns.</summary>
    public JsonObject Columns { get; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<SalesLine> Lines { get; }

    /// <summary>Why it must not be written; empty when it may.</summary>
    public IReadOnlyList<Reason> Problems { get; private set; } = [];

    /// <summary>Freight of the header.</summary>
    public decimal Freight => Number(Columns, "freightamount") ?? 0;

    /// <summary>Discount of the header.</summary>
    public decimal Discount => Number(Columns, "discountamount") ?? 0;

    /// <summary>The lines' amounts.</summary>
    public decimal Goods => Lines.Sum(line => line.Money.Amount);

    /// <summary>The lines' taxes.</summary>
    public decimal Tax => Lines.Sum(line => line.Tax);

    /// <summary>What it adds up to.</summary>
    public Money Total => new(Goods - Discount + Freight + Tax, Currency);

    /// <summary>Makes it ready. The mapped document is left as it is.</summary>
    public static SalesDocument Prepare(string reference, JsonObject mapped, DynamicsSettings settings)
    {
        var header = mapped["header"] is JsonObject given ? (JsonObject)given.DeepClone() : [];
        var taken = Taken(header, SalesSchema.Header.Reference, SalesSchema.Header.Customer, SalesSchema.Header.Currency, SalesSchema.Header.DeliveryMode);
        var tax = Number(header, SalesSchema.Header.Tax) ?? 0;
        header.Remove(SalesSchema.Header.Tax);
        foreach (var choice in Choices)
            if (header[choice] is JsonValue value && value.TryGetValue<string>(out var code) && int.TryParse(code, NumberStyles.Integer, CultureInfo.InvariantCulture, out var option)) header[choice] = option;

        var currency = taken[2];
        var problems = new List<Reason>();
        var lines = Read((mapped["lines"] as JsonArray ?? []).OfType<JsonObject>().Select(line => (JsonObject)line.DeepClone()).ToList(), currency, tax, settings, problems);
        var document = new SalesDocument(header, lines) { Reference = reference.Length > 0 ? reference : taken[0], CustomerText = taken[1], Currency = currency, DeliveryMode = taken[3] };
        document.Problems = [.. document.OwnProblems(taken[0], reference, settings), .. SalesSchema.Instance.Orders.Problems(header, "header."), .. problems];
        return document;
    }

    private static List<SalesLine> Read(List<JsonObject> mapped, string currency, decimal tax, DynamicsSettings settings, List<Reason> problems)
    {
        var lines = new List<SalesLine>();
        var keys = new LineKeys(settings.HasDualWrite ? LineKeys.LongestInFinance : LineKeys.LongestInDataverse);
        foreach (var (index, columns) in mapped.Index())
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"lines[{index}]");
            var taken = Taken(columns, SalesSchema.Line.Key, SalesSchema.Line.Product, SalesSchema.Line.Unit);
            var (amount, quantity) = (Number(columns, SalesSchema.Line.Amount), Number(columns, "quantity") ?? 0);
            columns.Remove(SalesSchema.Line.Amount);
            columns.Remove("quantity");
            var line = new SalesLine(keys.Next(taken[0]), taken[1], taken[2], quantity, new LineMoney(0, 1, 0, 0), 0, columns);
            if (line.Shown.Length == 0) problems.Add(new Reason($"{at}.{SalesSchema.Line.Product}", "The line has neither a product nor a text."));
            if (quantity == 0) problems.Add(new Reason($"{at}.quantity", $"The line with product {line.Shown} has no quantity."));
            if (amount is null) problems.Add(new Reason($"{at}.{SalesSchema.Line.Amount}", $"The line with product {line.Shown} has no amount; Sales would look a price up itself."));
            problems.AddRange(SalesSchema.Instance.Lines.Problems(columns, $"{at}."));
            if (amount is { } wanted && quantity != 0) line = line with { Money = LineMoney.Of(wanted, quantity, currency, settings.PriceDecimals, settings.HasDualWrite) };
            lines.Add(line);
        }

        // Text lines, such as fees, bear no tax of their own while there are goods.
        var taxed = lines.Index().Where(line => line.Item.Sku.Length > 0).Select(line => line.Index).ToList();
        if (taxed.Count == 0) taxed = [.. Enumerable.Range(0, lines.Count)];
        foreach (var (index, share) in taxed.Zip(TaxShares.Of(tax, [.. taxed.Select(index => lines[index].Money.Amount)], currency))) lines[index] = lines[index] with { Tax = share };
        return lines;
    }

    private IEnumerable<Reason> OwnProblems(string mapped, string reference, DynamicsSettings settings)
    {
        if (mapped.Length > 0 && reference.Length > 0 && mapped != reference) yield return new Reason("header.Reference", $"The mapping must write the reference {reference} here: by it the order is found again.");
        if (settings.HasDualWrite ? CustomerText.Length == 0 : Customer is null) yield return new Reason("header.Customer", "The order has no customer of Dataverse.");
        if (Currency.Length == 0) yield return new Reason("header.Currency", "The order has no currency.");
        if (Lines.Count == 0) yield return new Reason("lines", "The document has no lines.");
        foreach (var column in (string[])["freightamount", "discountamount"])
            if (Number(Columns, column) is < 0) yield return new Reason($"header.{column}", "Sales takes no negative amount here.");
    }

    private static string[] Taken(JsonObject record, params IReadOnlyList<string> names)
    {
        var values = names.Select(name => record[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : "").ToArray();
        foreach (var name in names) record.Remove(name);
        return values;
    }

    private static decimal? Number(JsonObject record, string name) => JsonText.Number(record[name]);
}
