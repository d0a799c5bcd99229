using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Dynamics.Finance.Customers;
using Integration.Dynamics.Finance.Fulfilment;
using Integration.Dynamics.Finance.Payments;
using Integration.Dynamics.Finance.Products;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Probing;

/// <summary>Asks each entity set for one record with every field that is read or written: one that is not there is refused by name.</summary>
internal sealed class EntityProbe(FinanceClient client, DynamicsSettings settings)
{
    public async Task<IReadOnlyList<ProbeFinding>> ExamineAsync(CancellationToken ct)
    {
        var written = JsonNode.Parse(OrderMapping.Render(settings))!["rules"]!.AsArray();
        var header = Targets(written).Where(target => target.StartsWith("header.", StringComparison.Ordinal)).Select(target => target["header.".Length..]);
        var line = Targets(written.OfType<JsonObject>().Single(rule => (string?)rule["to"] == "lines")["rules"]!.AsArray());
        (string Check, string Set, IEnumerable<string> Fields)[] entities =
        [
            ("sales-orders", settings.HeaderEntity, StoredOrder.HeaderFields.Union(header)),
            ("sales-order-lines", settings.LineEntity, StoredOrder.LineFields.Union(line)),
            ("customers", "CustomersV3", new CustomerRecordSchema(settings).Fields),
            .. settings.PackingSlips == PackingSlipJournal.Sales
                ? [("packing-slips", "CustPackingSlipJourBiEntities", ["SalesId", "PackingSlipId", "DeliveryDate", "ShipCarrierId", "Qty"])]
                : ((string, string, IEnumerable<string>)[])
                [
                    ("packing-slips", "ShipmentPackingSlipJournalHeaders", ["ShipmentPackingSlipVersionNumber", "ShipmentPackingSlipNumber", "DeliveryDate", "IsActive", "ShippingCarrierId"]),
                    ("packing-slip-lines", "ShipmentPackingSlipJournalLines", ["ShipmentPackingSlipVersionNumber", "InventoryLotId", "ConsignerOrderNumber", "ItemNumber", "ShippedQuantity"]),
                ],
            ("tracking", "PackingSlipTrackingInformation", ["SalesOrderNumber", "PackingSlipNumber", "DeliveryDate", "TrackingNumber"]),
            ("invoices", "SalesInvoiceHeadersV4", ["InvoiceNumber", "SalesOrderNumber"]),
            ("products", "ReleasedProductsV2", new ReleasedProducts(client, settings).ProductFields),
            ("prices", "SalesPriceAgreements", ReleasedProducts.PriceFields),
            ("barcodes", "ProductNumberIdentifiedBarcodes", ReleasedProducts.BarcodeFields),
            .. settings.Payments.Journal is null ? [] : ((string, string, IEnumerable<string>)[])
                [("payment-journals", JournalKind.Payments.Headers, [JournalKind.Number, "JournalName", "Description", "IsPosted"]), ("payment-journal-lines", JournalKind.Payments.Lines, PaymentLines.Fields)],
            .. settings.Payments.GeneralJournal is null ? [] : ((string, string, IEnumerable<string>)[])
                [("general-journals", JournalKind.General.Headers, [JournalKind.Number, "JournalName", "Description", "IsPosted"]), ("general-journal-lines", JournalKind.General.Lines, JournalBooking.Fields)],
            ("stock", "WarehousesOnHandV2", ["ItemNumber", "InventoryWarehouseId", "OnHandQuantity", "AvailableOnHandQuantity", "TotalAvailableQuantity"]),
        ];
        var findings = new List<ProbeFinding>();
        var shown = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (check, set, fields) in entities)
        {
            var page = await client.ListAsync(set, new EntityQuery { Select = [.. fields], Top = 1 }, ct);
            shown[check] = page.Records.Count;
            findings.Add(page.Failure switch
            {
                null => new ProbeFinding(check, ProbeLevel.Ok, $"{set} can be read with every field that is used. Rights to write show only when writing."),
                WriteOutcome.Denied denied => new ProbeFinding(check, ProbeLevel.Failed, $"{set}: {denied.Reason}", "Give the integration's user a role with the entity's privileges."),
                WriteOutcome.Rejected rejected => new ProbeFinding(check, ProbeLevel.Failed, $"{set}: {rejected.Reasons[0].Message}", "Check headerEntity, lineEntity and products.nameField, refresh the entity list (Data management), or update the environment."),
                _ => new ProbeFinding(check, ProbeLevel.Failed, $"{set} could not be read.", "Try again."),
            });
        }

        if (settings.PackingSlips == PackingSlipJournal.Shipment && shown["packing-slips"] == 0 && shown["tracking"] > 0)
            findings.Add(new ProbeFinding("packing-slips", ProbeLevel.Warning, "There are tracking numbers of packing slips and no packing slip in the shipment journal: this environment seems to keep none there.", "Set packingSlips to \"sales\"."));
        return findings;
    }

    private static IEnumerable<string> Targets(JsonArray rules) => rules.OfType<JsonObject>().Select(rule => (string)rule["to"]!).Distinct(StringComparer.Ordinal);
}
