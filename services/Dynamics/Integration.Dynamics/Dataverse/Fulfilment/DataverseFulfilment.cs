using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Dataverse.Sweeps;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Dataverse.Fulfilment;

/// <summary>Reads what became of orders where Dynamics 365 Sales stands alone: sales orders, and invoices as shipments.</summary>
/// <param name="client">The client.</param>
/// <param name="reference">The column of sales orders with our reference.</param>
/// <param name="sku">The column of products with the SKU.</param>
/// <param name="pageSize">Records of one page.</param>
internal sealed class DataverseFulfilment(DataverseClient client, string reference, string sku, int pageSize) : IFulfilmentReader
{
    private readonly string _product = $"productid($select={sku})";
    private readonly ModifiedSweep _sweep = new(client, pageSize);

    private readonly SweptTable[] _orders =
    [
        new("salesorders", "salesorderid", order => order.Text("salesorderid")) { Only = $"{reference} ne null" },
        // What left stands on the lines, and moves the stamp of the line alone.
        new("salesorderdetails", "salesorderdetailid", line => line.Text("_salesorderid_value")) { Columns = ["_salesorderid_value"], Only = $"salesorderid/{reference} ne null" },
    ];

    private readonly SweptTable[] _invoices =
    [
        new("invoices", "invoiceid", invoice => invoice.Text("invoiceid")) { Only = "_salesorderid_value ne null" },
        new("invoicedetails", "invoicedetailid", line => line.Text("_invoiceid_value")) { Columns = ["_invoiceid_value"], Only = "_salesorderdetailid_value ne null" },
    ];

    /// <inheritdoc />
    public IAsyncEnumerable<ChangePage> OrdersChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => _sweep.PagesAsync(_orders, since, ct);

    /// <inheritdoc />
    public IAsyncEnumerable<ChangePage> ShipmentsChangedSinceAsync(DateTimeOffset since, CancellationToken ct) => _sweep.PagesAsync(_invoices, since, ct);

    /// <inheritdoc />
    public async Task<ReadOutcome<ErpOrderProgress>> ReadOrderAsync(string id, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var key)) return new ReadOutcome<ErpOrderProgress>.NotFound();
        var answer = await client.ReadAsync("salesorders", key, new Shown(OrderProgress.Columns(reference), "transactioncurrencyid($select=isocurrencycode)"), ct);
        if (answer.Missing) return new ReadOutcome<ErpOrderProgress>.NotFound();
        if (answer.Failure is { } failure) return Failed<ErpOrderProgress>(failure);
        if (answer.Record is not { } order || order.Moment("modifiedon") is null) return Incomplete<ErpOrderProgress>();
        var lines = await client.AllAsync("salesorderdetails", new EntityQuery
        {
            Filter = Filter.Equal("_salesorderid_value", key), Select = OrderProgress.LineColumns, Expand = _product, OrderBy = "lineitemnumber",
        }, ct);
        if (lines.Failure is { } unlined) return Failed<ErpOrderProgress>(unlined);
        var invoices = await client.AllAsync("invoices", new EntityQuery
        {
            Filter = Filter.Equal("_salesorderid_value", key), Select = InvoiceReading.Columns, OrderBy = "invoiceid",
            Expand = "invoice_details($select=quantity,quantityshipped,shippingtrackingnumber)",
        }, ct);
        return invoices.Failure is { } unread
            ? Failed<ErpOrderProgress>(unread)
            : new ReadOutcome<ErpOrderProgress>.Found(OrderProgress.Of(order, reference, sku, lines.Records, invoices.Records));
    }

    /// <inheritdoc />
    public async Task<ReadOutcome<ErpShipment>> ReadShipmentAsync(string id, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out var key)) return new ReadOutcome<ErpShipment>.NotFound();
        var answer = await client.ReadAsync("invoices", key, new Shown(InvoiceReading.Columns), ct);
        if (answer.Missing) return new ReadOutcome<ErpShipment>.NotFound();
        if (answer.Failure is { } failure) return Failed<ErpShipment>(failure);
        if (answer.Record is not { } invoice || invoice.Moment("modifiedon") is null) return Incomplete<ErpShipment>();
        if (invoice.Link("salesorderid") is null) return new ReadOutcome<ErpShipment>.NotReady("The invoice is of no order.", Ignore: true);
        var lines = await client.AllAsync("invoicedetails", new EntityQuery
        {
            Filter = Filter.Equal("_invoiceid_value", key), Select = InvoiceReading.LineColumns, Expand = _product, OrderBy = "invoicedetailid",
        }, ct);
        return lines.Failure is { } unread ? Failed<ErpShipment>(unread) : new ReadOutcome<ErpShipment>.Found(InvoiceReading.Of(invoice, sku, lines.Records));
    }

    private static ReadOutcome<T> Incomplete<T>() => new ReadOutcome<T>.Unreadable([new Reason("modifiedon", "The record came without its change stamp: check the application user's role.")]);

    private static ReadOutcome<T> Failed<T>(WriteOutcome failure) => failure is WriteOutcome.Rejected rejected
        ? new ReadOutcome<T>.Unreadable(rejected.Reasons)
        : new ReadOutcome<T>.Failed(failure);
}
