using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>Compares what Sales stored with what was to be written: its pricing may reckon otherwise, and what it cannot price it only marks. Of addresses it names the column only: the values are somebody's personal data.</summary>
internal static class SalesComparison
{
    private static readonly string[] Plain = ["shippingmethodcode", "description"];

    /// <summary>The header's columns that an amendment changes beside its amounts.</summary>
    public static IReadOnlyList<string> Amended { get; } =
    [
        .. Plain, "emailaddress", "shipto_name", "shipto_contactname", "shipto_line1", "shipto_line2", "shipto_line3", "shipto_city", "shipto_stateorprovince", "shipto_postalcode", "shipto_country",
        "shipto_telephone", "billto_name", "billto_line1", "billto_line2", "billto_line3", "billto_city", "billto_stateorprovince", "billto_postalcode", "billto_country", "billto_telephone",
    ];

    /// <summary>Every difference in parties, lines, amounts and total, and every pricing error; empty when they agree.</summary>
    public static IReadOnlyList<Reason> Differences(SalesDocument wanted, StoredSale stored)
    {
        var found = new List<Reason>();
        if (wanted.Customer is { } customer ? stored.Header.Link("customerid") != customer.Id : stored.CustomerAccount.Length > 0 && !Same(stored.CustomerAccount, wanted.CustomerText)) found.Add(new Reason("header.Customer", "Dataverse has the order on another customer."));
        if (!Same(wanted.Currency, stored.Currency)) found.Add(Differs("header.Currency", wanted.Currency, stored.Currency));
        CompareLines(wanted, stored, found);
        Compare("header.freightamount", wanted.Freight, stored.Header.Number("freightamount"), found);
        Compare("header.discountamount", wanted.Discount, stored.Header.Number("discountamount"), found);
        Compare("header.totaltax", wanted.Tax, stored.Header.Number("totaltax"), found);
        Compare("header.totalamount", wanted.Total.Amount, stored.Header.Number("totalamount"), found);
        found.AddRange(PricingErrorsOf(stored));
        return found;
    }

    /// <summary>Those differences, and what an amendment changes besides.</summary>
    public static IReadOnlyList<Reason> WithAmendments(SalesDocument wanted, StoredSale stored) =>
    [
        .. Differences(wanted, stored),
        .. Changed(wanted, stored).Select(column => column == "shippingmethodcode"
            ? Differs($"header.{column}", Text(wanted.Columns[column]), Text(stored.Header.Json[column])) : new Reason($"header.{column}", "Differs from what the shop shows.")),
    ];

    /// <summary>Those of <see cref="Amended"/> that the document writes and the order has otherwise.</summary>
    public static IEnumerable<string> Changed(SalesDocument wanted, StoredSale stored) =>
        Amended.Where(column => wanted.Columns.ContainsKey(column) && !string.Equals(Text(wanted.Columns[column]), Text(stored.Header.Json[column]), CaseOf(column)));

    /// <summary>True when two reads of an order, one after the other, show the same of all that is compared.</summary>
    public static bool IsUnchanged(SalesDocument wanted, StoredSale before, StoredSale now) =>
        WithAmendments(wanted, before).SequenceEqual(WithAmendments(wanted, now))
        && Amended.All(column => string.Equals(Text(before.Header.Json[column]), Text(now.Header.Json[column]), CaseOf(column)));

    // Dual-write's value map writes countries in small letters.
    private static StringComparison CaseOf(string column) => column.EndsWith("_country", StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>What Sales could not price, in plain words.</summary>
    public static IEnumerable<Reason> PricingErrorsOf(StoredSale stored)
    {
        foreach (var (index, line) in stored.Lines.Index())
            if (line.PricingError > 0) yield return new Reason(At(index, "pricingerrorcode"), $"Sales could not price {line.Shown}: {PricingErrors.Words(line.PricingError)}.");
        if (stored.Header.Whole("pricingerrorcode") is > 0 and var code && stored.Lines.All(line => line.PricingError == 0))
            yield return new Reason("header.pricingerrorcode", $"Sales could not price the order: {PricingErrors.Words(code)}.");
    }

    /// <summary>The stored line that a wanted one became: by our key, else by product or text where the stored line has no key.</summary>
    public static StoredLine? Match(SalesLine line, IReadOnlyList<StoredLine> stored) =>
        (line.Key.Length > 0 ? stored.FirstOrDefault(candidate => Same(candidate.Key, line.Key) && IsSameThing(line, candidate)) : null)
        ?? stored.FirstOrDefault(candidate => candidate.Key.Length == 0 && IsSameThing(line, candidate));

    /// <summary>Every difference of a line.</summary>
    public static IReadOnlyList<Reason> Differences(string at, SalesLine line, StoredLine stored)
    {
        var found = new List<Reason>();
        Compare($"{at}.quantity", line.Quantity, stored.Quantity, found);
        Compare($"{at}.Amount", line.Money.Amount, stored.Amount, found);
        Compare($"{at}.tax", line.Tax, stored.Tax, found);
        if (line.Unit.Length > 0 && stored.Record.One("uomid") is { } unit && !Same(line.Unit, unit.Text("name"))) found.Add(Differs($"{at}.Unit", line.Unit, unit.Text("name")));
        return found;
    }

    /// <summary>The same, without regard to case as in Dataverse.</summary>
    public static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static void CompareLines(SalesDocument wanted, StoredSale stored, List<Reason> found)
    {
        var left = stored.Lines.ToList();
        foreach (var (index, line) in wanted.Lines.Index())
        {
            if (Match(line, left) is not { } match)
            {
                found.Add(new Reason(At(index, null), $"The line with product {line.Shown} is not in Dataverse's order."));
                continue;
            }

            left.Remove(match);
            found.AddRange(Differences(At(index, null), line, match));
        }

        found.AddRange(left.Select(line => new Reason("lines", $"Dataverse's order has a line more: {line.Shown}.")));
    }

    private static bool IsSameThing(SalesLine line, StoredLine stored) => line.Sku.Length > 0 ? Same(line.Sku, stored.Sku) : stored.Sku.Length == 0 && Same(line.Text, stored.Text);

    private static string At(int index, string? column) => string.Create(CultureInfo.InvariantCulture, $"lines[{index}]{(column is null ? "" : $".{column}")}");

    private static Reason Differs(string field, string wanted, string stored) => new(field, $"Wanted {wanted}, Dataverse has {(stored.Length == 0 ? "nothing" : stored)}.");

    private static void Compare(string field, decimal wanted, decimal? stored, List<Reason> found)
    {
        if (wanted != (stored ?? 0)) found.Add(Differs(field, Text(wanted), Text(stored ?? 0)));
    }

    private static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    // Line breaks come back in another form.
    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim(),
        _ when JsonText.Number(node) is { } number => Text(number),
        _ => node.ToJsonString(),
    };
}
