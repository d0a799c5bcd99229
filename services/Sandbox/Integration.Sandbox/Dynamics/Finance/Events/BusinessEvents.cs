using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;
using Integration.Sandbox.Records;

namespace Integration.Sandbox.Dynamics.Finance.Events;

/// <summary>The business events that a commit raises, in their envelope.</summary>
internal static class BusinessEvents
{
    /// <summary>Place of the control number in the envelope.</summary>
    public const string ControlNumber = nameof(ControlNumber);

    public static IEnumerable<EventMessage> Of(IReadOnlyList<Committed<Row>> committed, DateTimeOffset at)
    {
        foreach (var change in committed)
        {
            var message = change switch
            {
                { Row.Table: Tables.OnHand, After: { } stock } when Moved(change.Before, stock) => OnHandChanged(stock, at),
                { Row.Table: Tables.PackingSlipJournal, Before: null, After: { } slip } => OrderShipped(slip, at),
                { Row.Table: Tables.Invoices, Before: null, After: { } invoice } => InvoicePosted(invoice, at),
                _ => null,
            };
            if (message is not null)
            {
                yield return message;
            }
        }
    }

    /// <summary>What an endpoint is sent when it is registered.</summary>
    public static EventMessage Test(string company, DateTimeOffset at) => Message(EventNames.Test, company, at, []);

    /// <summary>An instant as the serializer of the environment writes it.</summary>
    public static string Stamp(DateTimeOffset at) => $"/Date({at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)})/";

    private static bool Moved(Row? before, Row after) => ((string[])["OnHandQuantity", "ReservedOnHandQuantity"]).Any(figure => (before?.Number(figure) ?? 0m) != after.Number(figure));

    private static EventMessage OnHandChanged(Row stock, DateTimeOffset at) => Message(EventNames.OnHandChanged, stock.Company, at, new JsonObject
    {
        ["ItemNumber"] = stock.Text("ItemNumber"),
        ["ProductColorId"] = "",
        ["ProductConfigurationId"] = "",
        ["ProductSizeId"] = "",
        ["ProductStyleId"] = "",
        ["ProductVersionId"] = "",
        ["InventorySiteId"] = stock.Text("InventorySiteId"),
        ["InventoryWarehouseId"] = stock.Text("InventoryWarehouseId"),
    });

    private static EventMessage OrderShipped(Row slip, DateTimeOffset at) => Message(EventNames.OrderShipped, slip.Company, at, new JsonObject
    {
        ["SalesOrderNumber"] = slip.Text("SalesId"),
        ["PackingSlipNumber"] = slip.Text("PackingSlipId"),
        ["DeliveryDate"] = Stamp(Midnight(slip.Instant("DeliveryDate")!.Value)),
    });

    private static EventMessage InvoicePosted(Row invoice, DateTimeOffset at) => Message(EventNames.InvoicePosted, invoice.Company, at, new JsonObject
    {
        ["InvoiceAccount"] = invoice.Text("InvoiceCustomerAccountNumber"),
        ["InvoiceId"] = invoice.Text("InvoiceNumber"),
        ["SalesOrderId"] = invoice.Text("SalesOrderNumber"),
        ["InvoiceDate"] = Stamp(Midnight(invoice.Instant("InvoiceDate")!.Value)),
        ["InvoiceDueDate"] = Stamp(Midnight(invoice.Instant("InvoiceDate")!.Value.AddDays(30))),
        ["InvoiceAmountInAccountingCurrency"] = invoice.Number("TotalInvoiceAmount"),
        ["InvoiceTaxAmount"] = invoice.Number("TotalTaxAmount"),
    });

    private static EventMessage Message(string id, string company, DateTimeOffset at, JsonObject members)
    {
        var legalEntity = company.ToUpperInvariant();
        var body = new JsonObject
        {
            ["BusinessEventId"] = id,
            ["BusinessEventLegalEntity"] = legalEntity,
            ["ContextRecordSubject"] = "",
            [ControlNumber] = 0L,
            ["EventId"] = Guid.NewGuid().ToString().ToUpperInvariant(),
            ["EventTime"] = Stamp(at),
            ["EventTimeIso8601"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            ["InitiatingUserAADObjectId"] = $"{{{Guid.Empty.ToString().ToUpperInvariant()}}}",
            ["MajorVersion"] = 0,
            ["MinorVersion"] = 0,
            ["ParentContextRecordSubjects"] = new JsonArray(),
        };
        foreach (var (name, value) in members)
        {
            body[name] = value?.DeepClone();
        }

        body["LegalEntity"] = legalEntity;
        return new EventMessage(id, company, body);
    }

    private static DateTimeOffset Midnight(DateTimeOffset day) => new(day.UtcDateTime.Date, TimeSpan.Zero);
}
