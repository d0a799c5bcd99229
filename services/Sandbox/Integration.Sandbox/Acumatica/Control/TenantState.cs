using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>The books in short, for tests and for the demo's count.</summary>
internal static class TenantState
{
    public static JsonObject Write(Tenant tenant, int seatsTaken)
    {
        var state = new JsonObject
        {
            ["orders"] = Rows(tenant, "SalesOrder", ["OrderType", "OrderNbr", "ExternalRef", "CustomerOrder", "CustomerID", "CurrencyID", "Description", "Status", "ShipVia"], ["OrderTotal", "TaxTotal"]),
            ["customers"] = Rows(tenant, "Customer", ["CustomerID", "CustomerName", "Email", "AccountRef", "CustomerClass", "Status"], []),
            ["shipments"] = Rows(tenant, "Shipment", ["ShipmentNbr", "Status", "ShipVia", "CustomerID", "Operation", "WarehouseID"], ["ShippedQty"]),
            ["payments"] = Rows(tenant, "Payment", ["Type", "ReferenceNbr", "Status", "CustomerID", "CurrencyID", "PaymentMethod", "CashAccount", "PaymentRef", "ExternalRef"], ["PaymentAmount", "AppliedToOrders", "AppliedToDocuments", "AvailableBalance"]),
            ["journals"] = Rows(tenant, "JournalTransaction", ["Module", "BatchNbr", "Status", "CurrencyID", "Description", "PostPeriod"], []),
            ["invoices"] = Rows(tenant, "SalesInvoice", ["Type", "ReferenceNbr", "Status", "ExternalRef", "CustomerOrder", "Currency"], ["Amount", "Balance", "TaxTotal"]),
            ["purchases"] = Rows(tenant, "PurchaseOrder", ["Type", "OrderNbr", "Status", "VendorID"], ["OrderTotal"]),
            ["seatsTaken"] = seatsTaken,
        };
        return state;
    }

    private static JsonArray Rows(Tenant tenant, string entity, string[] texts, string[] numbers) =>
        new([.. tenant.All(entity).Select(row => Row(row, texts, numbers))]);

    private static JsonObject Row(Row row, string[] texts, string[] numbers)
    {
        var json = new JsonObject { ["id"] = row.Id };
        foreach (var name in texts)
        {
            json[Camel(name)] = row.Text(name);
        }

        foreach (var name in numbers)
        {
            json[Camel(name)] = row.Number(name);
        }

        if (row.Schema.Name == "SalesOrder")
        {
            json["hold"] = row.Flag("Hold");
            json["date"] = row.Instant("Date") is { } date ? RowWriter.Instant(date) : null;
            json["lines"] = Lines(row, "Details", ["inventoryID:InventoryID", "externalRef:ExternalRef", "qty:OrderQty", "openQty:OpenQty", "amount:Amount", "operation:Operation"]);
            foreach (var (shown, line) in json["lines"]!.AsArray().Zip(row.Lines("Details")))
            {
                shown!["lineNbr"] = line.Whole("LineNbr");
            }

            json["coupons"] = new JsonArray([.. row.Lines("DiscountDetails").Select(discount => (JsonNode)discount.Text("ExternalDiscountCode"))]);
            json["city"] = row.Linked("ShipToAddress")?.Text("City") ?? "";
            json["shipments"] = new JsonArray([.. row.Lines("Shipments").Select(shipment => (JsonNode)shipment.Text("ShipmentNbr"))]);
        }
        else if (row.Schema.Name == "Shipment")
        {
            json["lines"] = Lines(row, "Details", ["orderType:OrderType", "orderNbr:OrderNbr", "inventoryID:InventoryID", "qty:ShippedQty"]);
            json["tracking"] = new JsonArray([.. row.Lines("Packages").Select(package => (JsonNode)package.Text("TrackingNbr"))]);
        }
        else if (row.Schema.Name == "Payment")
        {
            json["documents"] = Lines(row, "ApplicationHistory", ["docType:AdjustedDocType", "refNbr:AdjustedRefNbr", "paid:AmountPaid"]);
            json["orders"] = Lines(row, "OrdersToApply", ["orderType:OrderType", "orderNbr:OrderNbr", "applied:AppliedToOrder"]);
        }

        else if (row.Schema.Name == "JournalTransaction")
        {
            json["lines"] = Lines(row, "Details", ["account:Account", "debit:DebitAmount", "credit:CreditAmount", "reference:ReferenceNbr"]);
        }

        return json;
    }

    private static JsonArray Lines(Row row, string collection, string[] columns) => new([.. row.Lines(collection).Select(line =>
    {
        var json = new JsonObject();
        foreach (var (name, field) in columns.Select(column => column.Split(':')).Select(parts => (parts[0], parts[1])))
        {
            json[name] = line.Schema.Find(field)!.Scalar == Schema.FieldType.Decimal ? JsonValue.Create(line.Number(field)) : JsonValue.Create(line.Text(field));
        }

        return json;
    })]);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
