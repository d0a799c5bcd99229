using Integration.Connectors.Ports;
using Integration.Contracts.Shipments;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.Fulfilment;

/// <summary>
/// Invoices as shipments: Dynamics 365 Sales has no table of shipments, and the lines of an invoice are where it keeps shipped quantities and tracking numbers. An invoice whose lines tell
/// neither is none.
/// </summary>
internal static class InvoiceReading
{
    private const int Canceled = 3;

    private static readonly Dictionary<int, string> Carriers = new() { [1] = "Airborne", [2] = "DHL", [3] = "FedEx", [4] = "UPS", [5] = "Postal Mail", [6] = "Full Load", [7] = "Will Call" };

    /// <summary>Columns of an invoice.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["invoiceid", "invoicenumber", "_salesorderid_value", "statecode", "shippingmethodcode", "datedelivered", "createdon", "modifiedon"];

    /// <summary>Columns of its lines.</summary>
    public static IReadOnlyList<string> LineColumns { get; } =
        ["invoicedetailid", "_invoiceid_value", "_salesorderdetailid_value", "_productid_value", "quantity", "quantityshipped", "shippingtrackingnumber", "modifiedon"];

    /// <summary>False for an invoice that was cancelled.</summary>
    public static bool IsValid(DataverseRecord invoice) => invoice.Whole("statecode") != Canceled;

    /// <summary>True when a line tells that something left.</summary>
    public static bool Shows(IEnumerable<DataverseRecord> lines) => lines.Any(line => Shipped(line) > 0);

    /// <summary>The shipment.</summary>
    /// <param name="invoice">The invoice.</param>
    /// <param name="sku">The column of products with the SKU.</param>
    /// <param name="lines">Its lines with their products.</param>
    public static ErpShipment Of(DataverseRecord invoice, string sku, IReadOnlyList<DataverseRecord> lines)
    {
        var id = invoice.Id("invoiceid")!.Value.ToString("D");
        var goods = lines.Where(line => Shipped(line) > 0).ToList();
        return new ErpShipment
        {
            Id = id,
            ChangedAt = lines.Select(line => line.Moment("modifiedon")).Append(invoice.Moment("modifiedon")).OfType<DateTimeOffset>().DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            IsConfirmed = IsValid(invoice) && goods.Count > 0,
            ByOrder = invoice.Link("salesorderid") is not { } order ? new Dictionary<string, Shipment>() : new Dictionary<string, Shipment>
            {
                [order.ToString("D")] = new()
                {
                    Number = invoice.Text("invoicenumber") is { Length: > 0 } number ? number : id,
                    ShippedOn = DateOnly.FromDateTime((invoice.Moment("datedelivered") ?? invoice.Moment("createdon") ?? DateTimeOffset.UnixEpoch).UtcDateTime),
                    Carrier = invoice.Whole("shippingmethodcode") is { } method ? Carriers.GetValueOrDefault(method) ?? $"{method}" : "",
                    TrackingNumbers = [.. lines.Select(line => line.Text("shippingtrackingnumber")).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)],
                    // Lines of shipping, tax and the like have no product.
                    Lines = [.. goods.Where(line => line.Link("productid") is not null).Select(line => Line(line, sku))],
                },
            },
        };
    }

    private static ShipmentLine Line(DataverseRecord line, string sku) =>
        new(line.Link("salesorderdetailid")?.ToString("D") ?? "", line.One("productid")?.Text(sku) ?? "", Shipped(line));

    // A parcel's number on a line says that it left, even where nobody keeps the shipped quantity.
    private static decimal Shipped(DataverseRecord line) =>
        line.Number("quantityshipped") is { } shipped and > 0 ? shipped : line.Text("shippingtrackingnumber").Length > 0 ? line.Number("quantity") ?? 0 : 0;
}
