using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Dynamics.Dataverse.Hints;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Dataverse.SalesOrders;
using Integration.Dynamics.Dataverse.Sweeps;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Fulfilment;

/// <summary>Reads what became of orders where Dynamics 365 Sales stands alone: sales orders, and invoices as shipments.</summary>
internal sealed class DataverseFulfilment : IFulfilmentReader
{
    private readonly DataverseClient _client;
    private readonly SalesStore _store;
    private readonly DynamicsSettings _settings;
    private readonly ModifiedSweep _sweep;
    private readonly SweptTable[] _orders;
    private readonly SweptTable[] _invoices;

    public DataverseFulfilment(DataverseClient client, SalesStore store, DynamicsSettings settings)
    {
        (_client, _store, _settings) = (client, store, settings);
        _sweep = new ModifiedSweep(client, settings.PageSize);
        var reference = settings.Dataverse.ExternalId;
        _orders =
        [
            new SweptTable(SalesStore.Orders, "salesorderid", order => order.Text("salesorderid")) { Only = $"{reference} ne null" },
            // What left stands on the lines, and moves the stamp of the line alone.
            new SweptTable(SalesStore.Lines, "salesorderdetailid", line => line.Text("_salesorderid_value")) { Columns = ["_salesorderid_value"], Only = $"salesorderid/{reference} ne null" },
        ];
        _invoices =
        [
            new SweptTable("invoices", "invoiceid", invoice => invoice.Text("invoiceid")) { Only = "_salesorderid_value ne null" },
            new SweptTable("invoicedetails", "invoicedetailid", line => line.Text("_invoiceid_value")) { Columns = ["_invoiceid_value"], Only = "_salesorderdetailid_value ne null" },
        ];
    }

    /// <inheritdoc />
    public IAsyncEnumerable<ChangePage> OrdersChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => _sweep.PagesAsync(_orders, since, ct);

    /// <inheritdoc />
    public IAsyncEnumerable<ChangePage> ShipmentsChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => _sweep.PagesAsync(_invoices, since, ct);

    /// <inheritdoc />
    public async Task<ReadOutcome<ErpOrderProgress>> ReadOrderAsync(string id, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var key)) return new ReadOutcome<ErpOrderProgress>.NotFound();
        var (order, failure) = await _store.ReadAsync(key, [], ct);
        if (failure is not null) return Failed<ErpOrderProgress>(failure);
        if (order is null) return new ReadOutcome<ErpOrderProgress>.NotFound();
        var page = await _client.AllAsync("invoices", new EntityQuery
        {
            Filter = Filter.Equal("_salesorderid_value", key), Select = InvoiceReading.Columns, OrderBy = "invoiceid",
            Expand = "invoice_details($select=quantity,quantityshipped,shippingtrackingnumber)",
        }, ct);
        if (page.Failure is { } unread) return Failed<ErpOrderProgress>(unread);
        var invoices = page.Records.Where(InvoiceReading.IsValid).ToList();
        return new ReadOutcome<ErpOrderProgress>.Found(SalesReading.Of(
            order, order.Header.Text(_settings.Dataverse.ExternalId),
            [.. invoices.Where(invoice => InvoiceReading.Shows(invoice.Rows("invoice_details"))).Select(invoice => invoice.Text("invoiceid")).Order(StringComparer.Ordinal)],
            [.. invoices.Select(invoice => invoice.Text("invoicenumber")).Where(number => number.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
    }

    /// <inheritdoc />
    public async Task<ReadOutcome<ErpShipment>> ReadShipmentAsync(string id, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var key)) return new ReadOutcome<ErpShipment>.NotFound();
        var answer = await _client.ReadAsync("invoices", key, new Shown(InvoiceReading.Columns), ct);
        if (answer.Missing) return new ReadOutcome<ErpShipment>.NotFound();
        if (answer.Failure is { } failure) return Failed<ErpShipment>(failure);
        if (answer.Record is not { } invoice || invoice.Moment("modifiedon") is null) 
            return new ReadOutcome<ErpShipment>.Unreadable([new Reason("modifiedon", "The invoice came without its change stamp: check the application user's role.")]);
        if (invoice.Link("salesorderid") is null) return new ReadOutcome<ErpShipment>.NotReady("The invoice is of no order.", Ignore: true);
        var lines = await _client.AllAsync("invoicedetails", new EntityQuery
        {
            Filter = Filter.Equal("_invoiceid_value", key), Select = InvoiceReading.LineColumns, Expand = $"productid($select={_settings.Dataverse.ProductColumn})", OrderBy = "invoicedetailid",
        }, ct);
        return lines.Failure is { } unread ? Failed<ErpShipment>(unread) : new ReadOutcome<ErpShipment>.Found(InvoiceReading.Of(invoice, _settings.Dataverse.ProductColumn, lines.Records));
    }

    /// <inheritdoc />
    public IReadOnlyList<(string Entity, string Id)>? Hints(ReadOnlySpan<byte> body) => WebhookHints.Of(body, _client.Tag);

    /// <inheritdoc />
    public string? DeliveryId(ReadOnlySpan<byte> body) => DeliveryIds.Of(body);

    private static ReadOutcome<T> Failed<T>(WriteOutcome failure) => failure is WriteOutcome.Rejected rejected
        ? new ReadOutcome<T>.Unreadable(rejected.Reasons)
        : new ReadOutcome<T>.Failed(failure);
}
