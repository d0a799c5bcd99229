using Integration.Connectors.Outcomes;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>Reads sales orders of Dataverse.</summary>
internal sealed class SalesStore(DataverseClient client, DynamicsSettings settings)
{
    /// <summary>The set of orders.</summary>
    public const string Orders = "salesorders";

    /// <summary>The set of lines.</summary>
    public const string Lines = "salesorderdetails";

    private const string OfCurrency = "transactioncurrencyid($select=isocurrencycode)";
    private const string OfCustomer = "customerid_account($select=accountnumber),customerid_contact($select=msdyn_contactpersonid)";

    /// <summary>The columns of a header that everybody needs.</summary>
    public IReadOnlyList<string> HeaderColumns { get; } =
    [
        "salesorderid", "ordernumber", settings.Dataverse.ExternalId, "statecode", "statuscode", "pricingerrorcode", "_customerid_value", "_transactioncurrencyid_value", "_pricelevelid_value",
        "freightamount", "discountamount", "totaltax", "totalamount", "createdon", "modifiedon", .. settings.HasDualWrite ? ["msdyn_salesordernumber", "msdyn_customersorderreference"] : (string[])[],
    ];

    /// <summary>The columns of a line that everybody needs.</summary>
    public IReadOnlyList<string> LineColumns { get; } =
    [
        "salesorderdetailid", "lineitemnumber", "quantity", "priceperunit", "manualdiscountamount", "baseamount", "extendedamount", "tax", "pricingerrorcode", "isproductoverridden", "productdescription",
        "quantityshipped", "quantitycancelled", "_productid_value", "_uomid_value", "_salesorderid_value", "modifiedon", .. settings.LineKeyColumn is { } key ? [key] : (string[])[],
        .. settings.HasDualWrite ? ["sequencenumber"] : (string[])[],
    ];

    /// <summary>Where the shop's SKU and the unit's name of a line stand.</summary>
    public string LineExpand { get; } = $"productid($select={settings.Dataverse.ProductColumn}),uomid($select=name)";

    /// <summary>The key by which an order is ours.</summary>
    public AlternateKey KeyOf(string reference) => new((settings.Dataverse.ExternalId, reference));

    /// <summary>One order by our reference; null when it is not there.</summary>
    public async Task<(StoredSale? Order, WriteOutcome? Failure)> ReadAsync(string reference, IEnumerable<string> columns, CancellationToken ct)
    {
        var answer = await client.ReadAsync(Orders, KeyOf(reference), Shown(columns), ct);
        return answer.IsInvalidAddress ? (null, KeyMissing(settings)) : await WithLinesAsync(answer, ct);
    }

    /// <summary>One order by its id; null when it is not there.</summary>
    public async Task<(StoredSale? Order, WriteOutcome? Failure)> ReadAsync(Guid id, IEnumerable<string> columns, CancellationToken ct) =>
        await WithLinesAsync(await client.ReadAsync(Orders, id, Shown(columns), ct), ct);

    /// <summary>Our reference's order without its lines; null when it is not there.</summary>
    public async Task<(DataverseRecord? Header, WriteOutcome? Failure)> HeaderAsync(string reference, CancellationToken ct)
    {
        var answer = await client.ReadAsync(Orders, KeyOf(reference), Shown([]), ct);
        return answer switch
        {
            { Missing: true } => (null, null),
            { IsInvalidAddress: true } => (null, KeyMissing(settings)),
            { Failure: { } failure } => (null, failure),
            _ => (answer.Record, null),
        };
    }

    /// <summary>The lines of an order, by line number.</summary>
    public async Task<(IReadOnlyList<StoredLine> Lines, WriteOutcome? Failure)> LinesAsync(Guid order, CancellationToken ct)
    {
        var page = await client.AllAsync(Lines, new EntityQuery { Filter = Filter.Equal("_salesorderid_value", order), Select = LineColumns, Expand = LineExpand }, ct);
        return (InOrder(page.Records), page.Failure);
    }

    /// <summary>Rows of lines as lines, by line number.</summary>
    public IReadOnlyList<StoredLine> InOrder(IEnumerable<DataverseRecord> rows) =>
    [
        .. rows.Select(row => new StoredLine(row, row.One("productid")?.Text(settings.Dataverse.ProductColumn) ?? "", settings.LineKeyColumn is { } key ? row.Text(key) : "")).OrderBy(line => line.Number),
    ];

    /// <summary>Nothing can be found or made safely without the key, so the connection pauses with one alert.</summary>
    public static WriteOutcome.Denied KeyMissing(DynamicsSettings settings) => new(
        $"Sales orders have no active alternate key on {settings.Dataverse.ExternalId}: create it (Power Apps, Tables, Order, Keys) and wait until its status is Active.", TimeSpan.FromMinutes(1));

    private Shown Shown(IEnumerable<string> more) => new([.. HeaderColumns.Union(more, StringComparer.Ordinal)], settings.HasDualWrite ? $"{OfCurrency},{OfCustomer}" : OfCurrency);

    private async Task<(StoredSale? Order, WriteOutcome? Failure)> WithLinesAsync(DataverseAnswer answer, CancellationToken ct)
    {
        if (answer.Missing) return (null, null);
        if (answer.Record is not { } header) return (null, answer.Failure ?? new WriteOutcome.Unavailable("The answer shows no order."));
        if (header.Id("salesorderid") is not { } id) return (null, new WriteOutcome.Unavailable("The answer shows no order."));
        var (lines, failure) = await LinesAsync(id, ct);
        return failure is not null ? (null, failure) : (new StoredSale(header, lines, answer.SourceTime), null);
    }
}
